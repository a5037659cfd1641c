package id.pintu.systemtest;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Test reader of the ledger with isolation level {@code read_uncommitted}. */
final class UncommittedLedgerReader {

    private static final byte[] ROUTED = "id.pintu.complaint-routed".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private UncommittedLedgerReader() {}

    /** Returns while routing is in the middle of a transaction: its first event is written, and nothing is committed. */
    static void awaitUncommittedRouting(KafkaClients clients) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(clients)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TopicNames.COMPLAINTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(TIMEOUT)) {
                    if (Arrays.equals(
                            ROUTED, record.headers().lastHeader("ce_type").value())) {
                        return;
                    }
                }
            }
            throw new AssertionError("routing wrote no event within " + TIMEOUT);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaClients clients) {
        return clients.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted", ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5));
    }
}
