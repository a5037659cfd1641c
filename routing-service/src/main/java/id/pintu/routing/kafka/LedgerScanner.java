package id.pintu.routing.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.MalformedMessageException;
import id.pintu.events.TopicNames;
import id.pintu.processing.EventTypeFilter;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.KafkaClients;
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

/** Reader of the whole ledger for one pass: from the beginning to the end as of now, on the caller's thread, without commits. */
public final class LedgerScanner {

    private final KafkaClients clients;

    /**
     * @param clients factory of the Kafka clients
     */
    public LedgerScanner(KafkaClients clients) {
        this.clients = clients;
    }

    /** Listener that gets the progress after each poll: records read, and records in total. */
    public interface ScanProgressListener {
        void reached(long read, long total);
    }

    /**
     * Passes each event of these types to the consumer, whose exceptions end the scan.
     *
     * @param types other events are skipped by their header, without parsing
     */
    public void scan(
            Set<Class<? extends ComplaintEvent>> types,
            Consumer<ComplaintEvent> eventConsumer,
            ScanProgressListener progress) {
        EventTypeFilter typeFilter = EventTypeFilter.accepting(types::contains);
        try (KafkaConsumer<byte[], byte[]> ledger = consumer()) {
            List<TopicPartition> partitions = AssignedPartitions.partitions(ledger, TopicNames.COMPLAINTS);
            AssignedPartitions.assignFromBeginning(ledger, partitions);
            Map<TopicPartition, Long> endOffsets = ledger.endOffsets(partitions);
            long total = endOffsets.values().stream().mapToLong(Long::longValue).sum();
            long passed = passed(ledger, endOffsets);
            while (passed < total) {
                for (ConsumerRecord<byte[], byte[]> record : ledger.poll(Duration.ofMillis(200))) {
                    scan(record, typeFilter, eventConsumer);
                }
                passed = passed(ledger, endOffsets);
                progress.reached(passed, total);
            }
        }
    }

    private static long passed(KafkaConsumer<?, ?> ledger, Map<TopicPartition, Long> endOffsets) {
        return endOffsets.entrySet().stream()
                .mapToLong(end -> Math.min(ledger.position(end.getKey()), end.getValue()))
                .sum();
    }

    private static void scan(
            ConsumerRecord<byte[], byte[]> record, EventTypeFilter typeFilter, Consumer<ComplaintEvent> eventConsumer) {
        Optional<ComplaintEvent> event;
        try {
            event = typeFilter.readIfMatching(record);
        } catch (MalformedMessageException e) {
            return; // the event processor has sent it to the dead letters
        }
        event.ifPresent(eventConsumer);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return clients.readCommittedConsumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000));
    }
}
