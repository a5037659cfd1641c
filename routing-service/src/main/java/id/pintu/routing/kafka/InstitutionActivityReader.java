package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.EventTypeFilter;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionActivityProjection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Ledger reader that folds the whole ledger into the {@link InstitutionActivityProjection} and publishes the inactive
 * institutions to the registry. An institution may have complaints in every partition, so every instance reads all of
 * them, from the beginning at each start; until it has caught up, the registry takes every institution for active.
 */
public final class InstitutionActivityReader implements ConsumerLoopLifecycle {

    private static final EventTypeFilter ACTIVITY_EVENTS =
            EventTypeFilter.accepting(InstitutionActivityProjection::isRelevant);

    private final InstantSource clock;
    private final InstitutionActivityProjection activity;
    private final CurrentRegistryHolder registry;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final ConsumerLoop consumerLoop;
    private Map<TopicPartition, Long> endOffsets = Map.of();
    private boolean caughtUp;

    /**
     * @param clients factory of the Kafka clients
     * @param clock may be a virtual one, so it is read after each poll, twice a second
     * @param activity empty projection
     */
    public InstitutionActivityReader(
            KafkaClients clients,
            InstantSource clock,
            InstitutionActivityProjection activity,
            CurrentRegistryHolder registry) {
        this.clock = clock;
        this.activity = activity;
        this.registry = registry;
        this.ledger = clients.readCommittedConsumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        this.consumerLoop = new ConsumerLoop(
                "institution-activity",
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask("institution-activity", ledger, this::evolve, this::publish),
                this::assignLedger);
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return consumerLoop;
    }

    private void assignLedger() {
        List<TopicPartition> partitions = AssignedPartitions.partitions(ledger, TopicNames.COMPLAINTS);
        AssignedPartitions.assignFromBeginning(ledger, partitions);
        endOffsets = ledger.endOffsets(partitions);
    }

    private void evolve(ConsumerRecord<byte[], byte[]> record) {
        ACTIVITY_EVENTS.readIfMatching(record).ifPresent(activity::evolve);
    }

    private void publish() {
        caughtUp = caughtUp || AssignedPartitions.hasReached(ledger, endOffsets);
        if (caughtUp) {
            registry.replaceInactive(activity.inactiveSince(clock.instant()));
        }
    }
}
