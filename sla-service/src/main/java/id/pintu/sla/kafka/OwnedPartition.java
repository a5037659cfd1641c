package id.pintu.sla.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJson;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.house.ledger.Saying;
import id.pintu.sla.clock.Effects;
import id.pintu.sla.clock.OpenClocks;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition of the ledger, whose time this instance keeps. Only when everything up to the moment at which its lock
 * was taken is folded does this one speak, so what was said is never said again.
 *
 * <p>For one thread at a time; it shares nothing with other partitions.
 */
final class OwnedPartition implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OwnedPartition.class);

    private static final String SERVICE = "sla";
    private static final int FIRINGS_IN_ONE_TRANSACTION = 2_000;
    private static final int MOVED_IN_ONE_TRANSACTION = 1_000;

    private final TopicPartition partition;
    private final OpenClocks clocks;
    private final PartitionLock lock;
    private final Set<Long> ownPlaces = new HashSet<>();
    private long foldedTo;
    private long readAtLeast;
    private int accounted;
    private @Nullable Look look;

    /** What was due at this instant is said when everything up to this place is read. */
    private record Look(Instant at, long end) {}

    OwnedPartition(TopicPartition partition, String bootstrapServers, OpenClocks clocks) {
        this.partition = partition;
        this.clocks = clocks;
        this.lock = new PartitionLock(partition, bootstrapServers);
    }

    TopicPartition partition() {
        return partition;
    }

    /**
     * Takes a record in, unless its place was folded already: a partition that has just come may be delivered from its
     * beginning twice, and what was forgotten in between would be heard as new. What was said from here was taken in
     * when it was said, and is not read again.
     */
    void fold(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < foldedTo) {
            return;
        }
        foldedTo = record.offset() + 1;
        if (ownPlaces.remove(record.offset())) {
            return;
        }
        try {
            clocks.evolve(EventJson.read(record.value()));
        } catch (RuntimeException e) {
            log.warn("timers skip {}@{}: {}", partition, record.offset(), e.getClass());
        }
    }

    /** Whether a turn would change nothing. */
    boolean rests(Instant now) {
        return lock.isHeld()
                && look == null
                && clocks.due(now, 1).isEmpty()
                && clocks.toBeMoved() == 0
                && clocks.calendar() <= accounted;
    }

    /**
     * Takes the lock unless it is held, and when everything up to there is read, says a transaction's worth of what is
     * due, and of what a change of the calendar moved.
     *
     * @param readTo how far the partition is read
     * @return whether there is more to say at once
     * @throws KafkaException when the broker does not answer
     */
    boolean turn(Instant now, long readTo, Admin admin, EffectsTopic effects) {
        if (!lock.isHeld()) {
            look = null;
            readAtLeast = lock.take(admin);
            log.info("{} is locked; it is read up to {}", partition, readAtLeast);
        }
        if (readTo < readAtLeast) {
            return false;
        }
        boolean more = fire(now, readTo, admin);
        move(now, effects);
        clocks.takeBroken()
                .forEach(id -> log.error(
                        "the deadlines of {} cannot be reckoned; it waits until something happens to it", id));
        return more;
    }

    /** Tells each institution once what a version of the calendar did to its deadlines. */
    void tell(List<EffectsTopic.Notice> notices) {
        lock.say(notices.stream().map(EffectsTopic::record).toList());
    }

    @Override
    public void close() {
        look = null;
        lock.close();
    }

    /**
     * A step that was taken in time may have come into the ledger a moment ago: so when something is due, the
     * partition's end is asked for, and everything up to there is read before.
     */
    private boolean fire(Instant now, long readTo, Admin admin) {
        if (look == null) {
            if (clocks.due(now, 1).isEmpty()) {
                return false;
            }
            look = new Look(now, lock.end(admin));
        }
        if (readTo < look.end()) {
            return false;
        }
        List<ComplaintEvent> due = clocks.due(look.at(), FIRINGS_IN_ONE_TRANSACTION);
        if (due.size() < FIRINGS_IN_ONE_TRANSACTION) {
            look = null;
        }
        if (!due.isEmpty()) {
            say(due);
            log.debug("{} said {} events that were due", partition, due.size());
        }
        return look != null;
    }

    /** Says of some deadlines that they moved, if the calendar has changed; the rest waits for the next turn. */
    private void move(Instant now, EffectsTopic effects) {
        int version = clocks.calendar();
        if (clocks.toBeMoved() > 0) {
            List<DeadlineMoved> moved = clocks.moved(now, MOVED_IN_ONE_TRANSACTION);
            if (!moved.isEmpty()) {
                say(moved);
            }
            clocks.looked(MOVED_IN_ONE_TRANSACTION);
        } else if (version > accounted) {
            accounted = version;
            Effects done = clocks.effects(version);
            if (effects.part(version, partition.partition())
                    .filter(done::equals)
                    .isEmpty()) {
                lock.say(List.of(EffectsTopic.record(version, partition.partition(), done)));
            }
        }
    }

    private void say(List<? extends ComplaintEvent> events) {
        ownPlaces.addAll(lock.say(events.stream()
                .map(event -> Saying.event(event).record(SERVICE, Optional.empty()))
                .toList()));
        events.forEach(clocks::evolve);
    }
}
