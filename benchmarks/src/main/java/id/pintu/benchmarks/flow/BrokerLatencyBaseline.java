package id.pintu.benchmarks.flow;

import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.LatencyHistogram;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Baseline of what the broker alone can do: records of 1 KB, sent with {@code acks=all} and read by a waiting consumer. */
final class BrokerLatencyBaseline implements AutoCloseable {

    private static final int BYTES = 1_024;

    private final String topic = "benchmark-" + System.nanoTime();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;
    private final TopicTailReader reader;

    BrokerLatencyBaseline(KafkaClients clients, LatencyHistogram latencies) {
        admin = clients.admin();
        admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        producer = clients.producer(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.LINGER_MS_CONFIG, 0));
        reader = new TopicTailReader(
                "broker-alone",
                clients,
                topic::equals,
                record -> latencies.recordSince(ByteBuffer.wrap(record.value()).getLong()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a record that is not written is not counted by the reader
    void send() {
        byte[] value = ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array();
        producer.send(new ProducerRecord<>(topic, value));
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
        admin.deleteTopics(List.of(topic))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        admin.close();
    }
}
