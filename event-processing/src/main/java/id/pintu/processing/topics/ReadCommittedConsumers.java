package id.pintu.processing.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Factory of Kafka consumers with {@code read_committed}, so that records of an aborted or fenced transaction are never
 * seen, and what such consumers have in common.
 */
public final class ReadCommittedConsumers {

    private ReadCommittedConsumers() {}

    /** Consumer as of {@link #create(String, Map)}, without further properties. */
    public static KafkaConsumer<byte[], byte[]> create(String bootstrapServers) {
        return create(bootstrapServers, Map.of());
    }

    /**
     * Consumer that starts at the earliest offset unless it is sought elsewhere, and never commits by itself.
     *
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param extraProperties further consumer properties
     */
    public static KafkaConsumer<byte[], byte[]> create(String bootstrapServers, Map<String, Object> extraProperties) {
        Map<String, Object> properties = new HashMap<>(extraProperties);
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** All partitions of a topic. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(ReadCommittedConsumers::partition)
                .toList();
    }

    /** All partitions of all topics whose name matches. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Predicate<String> topicFilter) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topicFilter.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(ReadCommittedConsumers::partition)
                .toList();
    }

    /** Assigns exactly these partitions, each read from its first record. */
    public static void assignFromBeginning(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Whether a consumer's position is at or after each of these offsets. */
    public static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> endOffsets) {
        return endOffsets.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
