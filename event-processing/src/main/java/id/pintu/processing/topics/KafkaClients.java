package id.pintu.processing.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Factory of every Kafka client of a process: all connect to the same brokers as the same user, by one set of properties. In
 * the services these are Spring Boot's, {@code spring.kafka}.
 */
public final class KafkaClients {

    private final Map<String, Object> connection;

    /**
     * @param connection Kafka's properties that all clients have in common: {@code bootstrap.servers},
     *     {@code security.protocol}, {@code sasl.…} and {@code ssl.…}
     */
    public KafkaClients(Map<String, ?> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** Clients of a broker that asks nobody for a password. */
    public static KafkaClients unauthenticated(String bootstrapServers) {
        return new KafkaClients(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Consumer of bytes with further properties. */
    public KafkaConsumer<byte[], byte[]> consumer(Map<String, ?> properties) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false); // it would have the broker's defaults
        return new KafkaConsumer<>(with(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Consumer as of {@link #readCommittedConsumer(Map)}, without further properties. */
    public KafkaConsumer<byte[], byte[]> readCommittedConsumer() {
        return readCommittedConsumer(Map.of());
    }

    /**
     * Consumer with {@code read_committed}, so that records of an aborted or fenced transaction are never seen. It starts at the
     * earliest offset unless it is sought elsewhere, and never commits by itself.
     *
     * @param properties further properties
     */
    public KafkaConsumer<byte[], byte[]> readCommittedConsumer(Map<String, ?> properties) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return consumer(settings);
    }

    /** Producer of bytes with further properties. */
    public KafkaProducer<byte[], byte[]> producer(Map<String, ?> properties) {
        return new KafkaProducer<>(with(properties), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Client for the administration, with Kafka's default timeouts. */
    public Admin admin() {
        return admin(Map.of());
    }

    /** Client for the administration with further properties. */
    public Admin admin(Map<String, ?> properties) {
        return Admin.create(with(properties));
    }

    private Map<String, Object> with(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(connection);
        all.putAll(properties); // what a client needs to be correct is not for the configuration to change
        return all;
    }

    /** The address alone. */
    @Override
    public String toString() {
        return "KafkaClients[" + connection.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + "]";
    }
}
