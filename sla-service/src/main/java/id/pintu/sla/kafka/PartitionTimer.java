package id.pintu.sla.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.sla.clock.impact.CalendarChangeImpact;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timer of one ledger partition that this instance owns: folds the partition into an {@link OpenClockIndex} and emits the
 * events that are due, under the partition's lock. It emits only when everything up to the moment at which the lock was
 * acquired is folded, so nothing is emitted twice.
 *
 * <p>For one thread at a time; it shares nothing with other partitions.
 */
final class PartitionTimer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartitionTimer.class);

    private static final String SERVICE = "sla";
    private static final int DUE_IN_ONE_TRANSACTION = 2_000;
    private static final int MOVED_IN_ONE_TRANSACTION = 1_000;

    private final TopicPartition partition;
    private final OpenClockIndex index;
    private final MissingClockCheck missingClocks;
    private final PartitionLock lock;
    private final Set<Long> ownOffsets = new HashSet<>();
    private long foldedTo;
    private long requiredOffset;
    private int reportedVersion;
    private @Nullable PendingCheck pendingCheck;

    /** Instant whose due events are emitted once everything before this end offset is read. */
    private record PendingCheck(Instant at, long end) {}

    /**
     * @param missingClocks check of the same index
     */
    PartitionTimer(
            TopicPartition partition, KafkaClients clients, OpenClockIndex index, MissingClockCheck missingClocks) {
        this.partition = partition;
        this.index = index;
        this.missingClocks = missingClocks;
        this.lock = new PartitionLock(partition, clients);
    }

    TopicPartition partition() {
        return partition;
    }

    /**
     * Folds a record, unless its offset was folded before: a partition that was just assigned may be delivered twice from
     * its beginning, and a closed complaint that the index has dropped would be folded as a new one. Events emitted here
     * were folded when they were emitted and are skipped.
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

    /** Whether {@link #runOnce} would do nothing. */
    boolean isIdle(Instant now) {
        return lock.isHeld()
                && pendingCheck == null
                && index.due(now, 1).isEmpty()
                && !index.isOutdated()
                && index.pendingRecalculations() == 0
                && index.calendarVersion() <= reportedVersion
                && !missingClocks.isDue();
    }

    /**
     * Acquires the lock unless it is held; once everything before that moment is read, emits one transaction of due events,
     * and one of deadlines that a change of the calendar moved.
     *
     * @param readTo offset up to which the partition is read
     * @return whether more events are due now
     * @throws KafkaException when the broker does not answer
     */
    boolean runOnce(Instant now, long readTo, Admin admin, CalendarImpactTopic impactTopic) {
        if (!lock.isHeld()) {
            pendingCheck = null;
            requiredOffset = lock.acquire(admin);
            log.info("{} is locked; reading it up to {}", partition, requiredOffset);
        }
        if (readTo < requiredOffset) {
            return false;
        }
        boolean more = emitDue(now, readTo, admin);
        emitMoved(now, impactTopic);
        emitMissing(now);
        index.takeFailed()
                .forEach(id ->
                        log.error("the deadlines of {} cannot be calculated; it is skipped until its next event", id));
        return more;
    }

    /** Publishes the notices of a calendar version, one for each institution with moved deadlines. */
    void publishNotices(List<CalendarImpactTopic.CalendarChangeNotice> notices) {
        lock.send(notices.stream().map(CalendarImpactTopic::record).toList());
    }

    @Override
    public void close() {
        pendingCheck = null;
        lock.close();
    }

    /**
     * Emits due events. An institution's step that was taken in time may have reached the ledger a moment ago, so when an
     * event is due, the partition is first read up to its end as of now.
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
        List<ComplaintEvent> due = index.due(pendingCheck.at(), DUE_IN_ONE_TRANSACTION);
        if (due.size() < DUE_IN_ONE_TRANSACTION) {
            pendingCheck = null;
        }
        if (!due.isEmpty()) {
            emit(due);
            log.debug("{}: emitted {} due events", partition, due.size());
        }
        return pendingCheck != null;
    }

    /** After a change of the calendar, emits one transaction of moved deadlines, and at last the impact on this partition. */
    private void emitMoved(Instant now, CalendarImpactTopic impactTopic) {
        if (index.isOutdated() || index.pendingRecalculations() > 0) {
            List<DeadlineMoved> moved = index.moved(now, MOVED_IN_ONE_TRANSACTION);
            if (!moved.isEmpty()) {
                send(moved);
            }
            index.markChecked(MOVED_IN_ONE_TRANSACTION);
            moved.forEach(index::evolve);
        }
        if (index.pendingRecalculations() == 0 && index.calendarVersion() > reportedVersion) {
            reportImpacts(impactTopic);
        }
    }

    /** Reports every version since the last report, also one that moved nothing here: the notices wait for all partitions. */
    private void reportImpacts(CalendarImpactTopic impactTopic) {
        List<ProducerRecord<byte[], byte[]>> reports = new ArrayList<>();
        for (int version = reportedVersion + 1; version <= index.calendarVersion(); version++) {
            CalendarChangeImpact impact = index.impact(version);
            if (impactTopic
                    .partitionImpact(version, partition.partition())
                    .filter(impact::equals)
                    .isEmpty()) {
                reports.add(CalendarImpactTopic.record(version, partition.partition(), impact));
            }
        }
        if (!reports.isEmpty()) {
            lock.send(reports);
        }
        reportedVersion = index.calendarVersion();
    }

    private void emitMissing(Instant now) {
        if (missingClocks.isDue()) {
            List<ComplaintEvent> missing = missingClocks.missing(now);
            if (!missing.isEmpty()) {
                emit(missing);
                log.warn("{}: set {} missing clocks", partition, missing.size());
            }
        }
    }

    private void emit(List<? extends ComplaintEvent> events) {
        send(events);
        events.forEach(index::evolve);
    }

    private void send(List<? extends ComplaintEvent> events) {
        ownOffsets.addAll(lock.send(events.stream()
                .map(event -> OutboundRecord.event(event).record(SERVICE, Optional.empty()))
                .toList()));
    }
}
