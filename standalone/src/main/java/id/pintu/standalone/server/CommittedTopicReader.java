package id.pintu.standalone.server;

import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Static functions that read topics from the beginning with a plain {@code read_committed} consumer, as outside clients do. */
public final class CommittedTopicReader {

    private CommittedTopicReader() {}

    /**
     * Passes every committed record to a handler, from the first to the last at the time of the call.
     *
     * @param topics which topics to read
     */
    public static void readAll(
            KafkaClients clients, Predicate<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(clients)) {
            readAll(consumer, AssignedPartitions.partitions(consumer, topics), handler);
        }
    }

    /** The same with a consumer of one's own, which stays open. */
    public static void readAll(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        AssignedPartitions.assignFromBeginning(consumer, partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!AssignedPartitions.hasReached(consumer, ends)) {
            consumer.poll(Duration.ofMillis(200)).forEach(handler);
        }
    }

    /**
     * Starts a loop that passes every committed record to a handler, from the first on, until it is stopped.
     *
     * @param name of the thread
     * @param topics which of the existing topics to read
     */
    public static ConsumerLoop follow(
            String name, KafkaClients clients, Predicate<String> topics, ConsumerLoop.RecordHandler handler) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(clients);
        ConsumerLoop loop = new ConsumerLoop(name, consumer, handler);
        AssignedPartitions.assignFromBeginning(consumer, AssignedPartitions.partitions(consumer, topics));
        loop.start();
        return loop;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaClients clients) {
        return clients.readCommittedConsumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
    }
}
