package id.pintu.portal.kafka;

import id.pintu.events.TopicNames;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.oversight.ComplaintFactsProjection;
import id.pintu.portal.supervision.LedgerReadingProgress;
import id.pintu.processing.EventTypeFilter;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Ledger reader that folds the whole ledger into the {@link ComplaintFactTable}. Each instance of the portal may be asked for the
 * figures of the country, so each reads all partitions, from the beginning at each start and in the background; the pages say how
 * far it is.
 */
public final class OversightLedgerReader implements ConsumerLoopLifecycle, Supplier<LedgerReadingProgress> {

    private static final String NAME = "oversight-facts";
    private static final EventTypeFilter FACTS = EventTypeFilter.accepting(ComplaintFactsProjection::isRelevant);

    private final InstantSource clock;
    private final ComplaintFactTable table;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final ConsumerLoop consumerLoop;
    private Map<TopicPartition, Long> endOffsets = Map.of();
    private volatile LedgerReadingProgress progress = LedgerReadingProgress.NONE;

    /**
     * @param table empty
     */
    public OversightLedgerReader(KafkaClients clients, InstantSource clock, ComplaintFactTable table) {
        this.clock = clock;
        this.table = table;
        this.ledger = clients.readCommittedConsumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        this.consumerLoop = new ConsumerLoop(
                NAME,
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask(NAME, ledger, this::fold, this::noteProgress),
                this::assignLedger);
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return consumerLoop;
    }

    @Override
    public LedgerReadingProgress get() {
        return progress;
    }

    private void assignLedger() {
        List<TopicPartition> partitions = AssignedPartitions.partitions(ledger, TopicNames.COMPLAINTS);
        AssignedPartitions.assignFromBeginning(ledger, partitions);
        endOffsets = ledger.endOffsets(partitions);
    }

    private void fold(ConsumerRecord<byte[], byte[]> record) {
        FACTS.readIfMatching(record).ifPresent(table::apply);
    }

    private void noteProgress() {
        Instant now = clock.instant();
        boolean first = progress.asOf().isEmpty();
        boolean reached = first
                ? AssignedPartitions.hasReached(ledger, endOffsets)
                : endOffsets.keySet().stream()
                        .allMatch(each -> ledger.currentLag(each).orElse(0) == 0);
        if (reached) {
            progress = new LedgerReadingProgress(Optional.of(now), 100);
        } else if (first) {
            progress = new LedgerReadingProgress(Optional.empty(), percentRead());
        }
    }

    private int percentRead() {
        long read = 0;
        long all = 0;
        for (Map.Entry<TopicPartition, Long> end : endOffsets.entrySet()) {
            read += Math.min(ledger.position(end.getKey()), end.getValue());
            all += end.getValue();
        }
        return all == 0 ? 0 : (int) (read * 100 / all);
    }
}
