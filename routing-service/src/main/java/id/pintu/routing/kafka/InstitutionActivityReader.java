package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ReadCommittedConsumers;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionActivityProjection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the whole ledger on a thread of its own, and tells the registry who is not active. An institution may have
 * complaints in every partition, so every instance reads all of them, from the beginning at each start; until the end is
 * reached the registry takes everybody for active.
 */
public final class InstitutionActivityReader implements SmartLifecycle {

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
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param clock may be a virtual one, so it is looked at twice a second
     * @param activity in which nobody missed anything yet
     */
    public InstitutionActivityReader(
            String bootstrapServers,
            InstantSource clock,
            InstitutionActivityProjection activity,
            CurrentRegistryHolder registry) {
        this.clock = clock;
        this.activity = activity;
        this.registry = registry;
        this.ledger =
                ReadCommittedConsumers.create(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        this.consumerLoop = new ConsumerLoop("institution-activity", ledger, this::read, this::publish);
    }

    @Override
    public void start() {
        List<TopicPartition> partitions = ReadCommittedConsumers.partitions(ledger, TopicNames.COMPLAINTS);
        consumerLoop.assignFromBeginning(partitions);
        endOffsets = ledger.endOffsets(partitions);
        consumerLoop.start();
    }

    @Override
    public void stop() {
        consumerLoop.stop();
    }

    @Override
    public boolean isRunning() {
        return consumerLoop.isRunning();
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        ACTIVITY_EVENTS.readIfMatching(record).ifPresent(activity::evolve);
    }

    private void publish() {
        caughtUp = caughtUp || ReadCommittedConsumers.hasReached(ledger, endOffsets);
        if (caughtUp) {
            registry.replaceInactive(activity.inactiveSince(clock.instant()));
        }
    }
}
