package id.pintu.sla.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.processing.OutboundRecord;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import id.pintu.sla.clock.index.OpenClockIndex;
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
final class PartitionTimer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartitionTimer.class);

    private static final String SERVICE = "sla";
    private static final int FIRINGS_IN_ONE_TRANSACTION = 2_000;
    private static final int MOVED_IN_ONE_TRANSACTION = 1_000;

    private final TopicPartition partition;
    private final OpenClockIndex index;
    private final PartitionLock lock;
    private final Set<Long> ownOffsets = new HashSet<>();
    private long foldedTo;
    private long requiredOffset;
    private int reportedVersion;
    private @Nullable PendingCheck pendingCheck;

    /** What was due at this instant is said when everything up to this place is read. */
    private record PendingCheck(Instant at, long end) {}

    PartitionTimer(TopicPartition partition, String bootstrapServers, OpenClockIndex index) {
        this.partition = partition;
        this.index = index;
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
        if (ownOffsets.remove(record.offset())) {
            return;
        }
        try {
            index.evolve(EventJsonCodec.read(record.value()));
        } catch (RuntimeException e) {
            log.warn("timers skip {}@{}: {}", partition, record.offset(), e.getClass());
        }
    }

    /** Whether a turn would change nothing. */
    boolean isIdle(Instant now) {
        return lock.isHeld()
                && pendingCheck == null
                && index.due(now, 1).isEmpty()
                && index.pendingRecalculations() == 0
                && index.calendarVersion() <= reportedVersion;
    }

    /**
     * Takes the lock unless it is held, and when everything up to there is read, says a transaction's worth of what is
     * due, and of what a change of the calendar moved.
     *
     * @param readTo how far the partition is read
     * @return whether there is more to say at once
     * @throws KafkaException when the broker does not answer
     */
    boolean runOnce(Instant now, long readTo, Admin admin, CalendarImpactTopic impactTopic) {
        if (!lock.isHeld()) {
            pendingCheck = null;
            requiredOffset = lock.acquire(admin);
            log.info("{} is locked; it is read up to {}", partition, requiredOffset);
        }
        if (readTo < requiredOffset) {
            return false;
        }
        boolean more = emitDue(now, readTo, admin);
        emitMoved(now, impactTopic);
        index.takeFailed()
                .forEach(id -> log.error(
                        "the deadlines of {} cannot be reckoned; it waits until something happens to it", id));
        return more;
    }

    /** Tells each institution once what a version of the calendar did to its deadlines. */
    void publishNotices(List<CalendarImpactTopic.CalendarChangeNotice> notices) {
        lock.send(notices.stream().map(CalendarImpactTopic::record).toList());
    }

    @Override
    public void close() {
        pendingCheck = null;
        lock.close();
    }

    /**
     * A step that was taken in time may have come into the ledger a moment ago: so when something is due, the
     * partition's end is asked for, and everything up to there is read before.
     */
    private boolean emitDue(Instant now, long readTo, Admin admin) {
        if (pendingCheck == null) {
            if (index.due(now, 1).isEmpty()) {
                return false;
            }
            pendingCheck = new PendingCheck(now, lock.endOffset(admin));
        }
        if (readTo < pendingCheck.end()) {
            return false;
        }
        List<ComplaintEvent> due = index.due(pendingCheck.at(), FIRINGS_IN_ONE_TRANSACTION);
        if (due.size() < FIRINGS_IN_ONE_TRANSACTION) {
            pendingCheck = null;
        }
        if (!due.isEmpty()) {
            emit(due);
            log.debug("{} said {} events that were due", partition, due.size());
        }
        return pendingCheck != null;
    }

    /** Says of some deadlines that they moved, if the calendar has changed; the rest waits for the next turn. */
    private void emitMoved(Instant now, CalendarImpactTopic impactTopic) {
        int version = index.calendarVersion();
        if (index.pendingRecalculations() > 0) {
            List<DeadlineMoved> moved = index.moved(now, MOVED_IN_ONE_TRANSACTION);
            if (!moved.isEmpty()) {
                emit(moved);
            }
            index.markChecked(MOVED_IN_ONE_TRANSACTION);
        } else if (version > reportedVersion) {
            reportedVersion = version;
            CalendarChangeImpact impact = index.impact(version);
            if (impactTopic
                    .partitionImpact(version, partition.partition())
                    .filter(impact::equals)
                    .isEmpty()) {
                lock.send(List.of(CalendarImpactTopic.record(version, partition.partition(), impact)));
            }
        }
    }

    private void emit(List<? extends ComplaintEvent> events) {
        ownOffsets.addAll(lock.send(events.stream()
                .map(event -> OutboundRecord.event(event).record(SERVICE, Optional.empty()))
                .toList()));
        events.forEach(index::evolve);
    }
}
