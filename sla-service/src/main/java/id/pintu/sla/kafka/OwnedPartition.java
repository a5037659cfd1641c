package id.pintu.sla.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.house.ledger.Saying;
import id.pintu.sla.clock.Effects;
import id.pintu.sla.clock.OpenClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the ledger, whose time this instance keeps.
 *
 * <p>Its lock is a transactional id that belongs to the partition, not to the instance: taking it fences whoever had it,
 * and settles what they were about to say. Only after everything up to that moment is folded does this one speak, so
 * what was said is never said again.
 */
final class OwnedPartition implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnedPartition.class);

    private static final String SERVICE = "sla";
    private static final int FIRINGS_IN_ONE_TRANSACTION = 2_000;
    private static final int MOVED_IN_ONE_TRANSACTION = 1_000;

    private final TopicPartition partition;
    private final String bootstrapServers;
    private final OpenClocks clocks;
    private @Nullable KafkaProducer<byte[], byte[]> lock;
    private long foldedTo;
    private long readAtLeast;
    private int accounted;
    private @Nullable Look look;

    /** What was due at this instant is said when everything up to this place is read. */
    private record Look(Instant at, long end) {}

    OwnedPartition(TopicPartition partition, String bootstrapServers, OpenClocks clocks) {
        this.partition = partition;
        this.bootstrapServers = bootstrapServers;
        this.clocks = clocks;
    }

    /**
     * Takes a record in, unless its place was folded already: a partition that has just come may be delivered from its
     * beginning twice, and what was forgotten in between would be heard as new.
     */
    void fold(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < foldedTo) {
            return;
        }
        foldedTo = record.offset() + 1;
        try {
            clocks.evolve(EventJson.read(record.value()));
        } catch (RuntimeException e) {
            log.warn("timers skip {}@{}: {}", partition, record.offset(), e.getClass());
        }
    }

    /**
     * Takes the lock, unless it is held already.
     *
     * @throws KafkaException when the broker does not answer; the lock is not held then
     */
    void lock(Admin admin) {
        if (lock == null) {
            lock = producer();
            settled(() -> {
                held().initTransactions();
                readAtLeast = highWatermark(admin);
            });
            log.info("{} is locked; it is read up to {}", partition, readAtLeast);
        }
    }

    /**
     * Whether all that was ever said here, by others and under this lock, is folded in. What comes later is looked for
     * again before something is fired.
     */
    boolean readWhole(Consumer<?, ?> ledger) {
        return ledger.position(partition) >= readAtLeast;
    }

    /**
     * Says what is due, in one transaction. A step that was taken in time may have come into the ledger a moment ago:
     * so when something is due, the partition's end is asked for, and everything up to there is read before.
     *
     * @throws KafkaException when the broker does not answer; the lock is given up then, for whether the words are in
     *     the ledger is only known after taking it again and reading on
     */
    void fire(Instant now, Admin admin, Consumer<?, ?> ledger) {
        if (look == null) {
            if (clocks.due(now, 1).isEmpty()) {
                return;
            }
            look = new Look(now, highWatermark(admin));
        }
        if (ledger.position(partition) < look.end()) {
            return;
        }
        List<ComplaintEvent> due = clocks.due(look.at(), FIRINGS_IN_ONE_TRANSACTION);
        if (due.size() < FIRINGS_IN_ONE_TRANSACTION) {
            look = null;
        }
        if (!due.isEmpty()) {
            settled(() -> say(due));
            due.forEach(clocks::evolve);
            log.debug("{} said {} events that were due", partition, due.size());
        }
    }

    /** Says of some deadlines that they moved, if the calendar has changed; the rest waits for the next turn. */
    void move(Instant now, EffectsTopic effects) {
        int version = clocks.calendar();
        if (clocks.toBeMoved() > 0) {
            List<DeadlineMoved> moved = clocks.moved(now, MOVED_IN_ONE_TRANSACTION);
            if (!moved.isEmpty()) {
                settled(() -> say(moved));
                moved.forEach(clocks::evolve);
            }
            clocks.looked(MOVED_IN_ONE_TRANSACTION);
        } else if (version > accounted) {
            accounted = version;
            Effects done = clocks.effects(version);
            if (effects.part(version, partition.partition())
                    .filter(done::equals)
                    .isEmpty()) {
                settled(() -> sayRecords(List.of(EffectsTopic.record(version, partition.partition(), done))));
            }
        }
    }

    /** Tells each institution once what a version of the calendar did to its deadlines. */
    void tell(List<EffectsTopic.Notice> notices) {
        settled(() -> sayRecords(notices.stream().map(EffectsTopic::record).toList()));
    }

    @Override
    public void close() {
        if (lock != null) {
            look = null;
            // At once: nothing is under way, or it failed and whoever takes the lock next settles it.
            lock.close(Duration.ZERO);
            lock = null;
        }
    }

    private void say(List<? extends ComplaintEvent> events) {
        sayRecords(events.stream()
                .map(event -> Saying.event(event).record(SERVICE, Optional.empty()))
                .toList());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
    private void sayRecords(List<ProducerRecord<byte[], byte[]>> records) {
        KafkaProducer<byte[], byte[]> held = held();
        held.beginTransaction();
        records.forEach(held::send);
        held.commitTransaction();
    }

    private void settled(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private KafkaProducer<byte[], byte[]> held() {
        if (lock == null) {
            throw new IllegalStateException(partition + " is not locked");
        }
        return lock;
    }

    /** Read uncommitted: a transaction that is just completing is waited for, not missed. */
    private long highWatermark(Admin admin) {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new KafkaException("the end of " + partition + " is unknown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "sla-timers-p" + partition.partition(),
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        3_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        6_000,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
