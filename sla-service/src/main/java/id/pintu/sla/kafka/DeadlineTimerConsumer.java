package id.pintu.sla.kafka;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.ProducerFencing;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Kafka consumer that runs a {@link PartitionTimer} for each ledger partition assigned to it. It commits no offset: a
 * partition is read from its beginning each time it is assigned. Rebalances happen on the polling thread; within a round
 * the timers that have something to emit run in parallel, and the round ends when all have, so no partition is revoked
 * between the check and the emission.
 */
final class DeadlineTimerConsumer implements ConsumerRebalanceListener, AutoCloseable {

    static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimerConsumer.class);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(10);

    private final KafkaClients clients;
    private final InstantSource clock;
    private final Supplier<OpenClockIndex> indexFactory;
    private final CalendarChangeTracker calendarChanges;
    private final Function<Set<ComplaintId>, Map<ComplaintId, ComplaintClockState>> snapshots;
    private final MissingClockCalculator missingClocks;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Map<Integer, PartitionTimer> owned = new TreeMap<>();
    private BackOffExecution backOff = newBackOff();
    private final ParallelRunner parallel = new ParallelRunner();
    private int publishedVersion;
    private boolean morePending;
    private long backOffUntil = System.nanoTime();

    DeadlineTimerConsumer(
            KafkaClients clients,
            InstantSource clock,
            Supplier<OpenClockIndex> indexFactory,
            CalendarChangeTracker calendarChanges,
            Function<Set<ComplaintId>, Map<ComplaintId, ComplaintClockState>> snapshots,
            MissingClockCalculator missingClocks) {
        this.calendarChanges = calendarChanges;
        this.snapshots = snapshots;
        this.missingClocks = missingClocks;
        this.clients = clients;
        this.clock = clock;
        this.indexFactory = indexFactory;
        this.admin = clients.admin(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000));
        this.ledger = clients.readCommittedConsumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "sla-timers",
                // A rebalance revokes only what moves, so the rest need not be read again.
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_500,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000));
        ledger.subscribe(List.of(TopicNames.COMPLAINTS), this);
    }

    /**
     * Polls and folds records, then emits what is due.
     *
     * @throws PartitionFencedException when another instance has the lock of a partition that this one owns
     */
    void pollOnce() {
        for (ConsumerRecord<byte[], byte[]> record : ledger.poll(morePending ? Duration.ZERO : POLL_TIMEOUT)) {
            PartitionTimer partition = owned.get(record.partition());
            if (partition != null) {
                partition.fold(record);
            }
        }
        morePending = false;
        if (System.nanoTime() - backOffUntil >= 0) {
            emitDue();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        log.info("timers assigned: {}", assigned);
        assigned.forEach(partition -> {
            OpenClockIndex index = indexFactory.get();
            owned.put(
                    partition.partition(),
                    new PartitionTimer(
                            partition, clients, index, new MissingClockCheck(index, snapshots, missingClocks)));
        });
        ledger.seekToBeginning(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        log.info("timers revoked: {}", revoked);
        for (TopicPartition partition : revoked) {
            PartitionTimer timer = owned.remove(partition.partition());
            if (timer != null) {
                timer.close();
            }
        }
    }

    @Override
    public void close() {
        ledger.close();
        parallel.close();
        owned.values().forEach(PartitionTimer::close);
        admin.close(MAX_BACK_OFF);
    }

    private void emitDue() {
        try {
            Instant now = clock.instant();
            morePending = parallel.anyTrue(owned.values().stream()
                    .filter(partition -> !partition.isIdle(now))
                    .map(partition -> partitionTask(partition, now))
                    .toList());
            publishNoticesOnce();
            backOff = newBackOff();
        } catch (KafkaException e) {
            if (ProducerFencing.isCauseOf(e)) {
                throw new PartitionFencedException(e);
            }
            long delay = backOff.nextBackOff();
            backOffUntil = System.nanoTime() + Duration.ofMillis(delay).toNanos();
            log.warn("timers retry in {} ms: {}", delay, e.toString());
        }
    }

    private Callable<Boolean> partitionTask(PartitionTimer partition, Instant now) {
        long readTo = ledger.position(partition.partition());
        return () -> partition.runOnce(now, readTo, admin, calendarChanges.impactTopic());
    }

    /** The owner of the first partition publishes the notices of each version, once all partitions have recalculated. */
    private void publishNoticesOnce() {
        InstitutionCalendars newest = calendarChanges.calendars().get();
        PartitionTimer first = owned.get(0);
        if (first == null || newest.version() <= publishedVersion) {
            return;
        }
        for (InstitutionCalendars calendars : newest.versionsAfter(publishedVersion)) {
            int version = calendars.version();
            if (calendarChanges.impactTopic().completedPartitions(version) < partitions()) {
                return;
            }
            Map<String, CalendarImpactTopic.CalendarChangeNotice> published =
                    calendarChanges.impactTopic().notices(version);
            List<CalendarImpactTopic.CalendarChangeNotice> due = calendarChanges.notices(calendars).stream()
                    .filter(notice -> !notice.equals(published.get(notice.institution())))
                    .toList();
            if (!due.isEmpty()) {
                first.publishNotices(due);
            }
            publishedVersion = version;
        }
    }

    private int partitions() {
        return ledger.partitionsFor(TopicNames.COMPLAINTS).size();
    }

    private static BackOffExecution newBackOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(MAX_BACK_OFF.toMillis());
        return backOff.start();
    }
}
