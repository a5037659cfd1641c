package id.pintu.routing.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.MalformedEvent;
import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the ledger once, from its beginning to where it ends now; beside everything else, and committing no place. */
public final class LedgerReading {

    private final String bootstrapServers;

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     */
    public LedgerReading(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Is told after each portion how many records of how many were passed. */
    public interface Progress {
        void reached(long read, long of);
    }

    /**
     * @param types those events that matter; the others are passed by their header, unread
     */
    public void read(Set<Class<? extends ComplaintEvent>> types, Consumer<ComplaintEvent> reader, Progress progress) {
        Selection selection = Selection.of(types::contains);
        try (KafkaConsumer<byte[], byte[]> ledger = consumer()) {
            List<TopicPartition> partitions = Committed.partitions(ledger, Topics.COMPLAINTS);
            ledger.assign(partitions);
            ledger.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ledger.endOffsets(partitions);
            long all = ends.values().stream().mapToLong(Long::longValue).sum();
            long passed = passed(ledger, ends);
            while (passed < all) {
                for (ConsumerRecord<byte[], byte[]> record : ledger.poll(Duration.ofMillis(200))) {
                    read(record, selection, reader);
                }
                passed = passed(ledger, ends);
                progress.reached(passed, all);
            }
        }
    }

    private static long passed(KafkaConsumer<?, ?> ledger, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(ledger.position(end.getKey()), end.getValue()))
                .sum();
    }

    private static void read(
            ConsumerRecord<byte[], byte[]> record, Selection selection, Consumer<ComplaintEvent> reader) {
        Optional<ComplaintEvent> event;
        try {
            event = selection.read(record);
        } catch (MalformedEvent e) {
            return; // it stands among the dead letters already
        }
        event.ifPresent(reader);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000));
    }
}
