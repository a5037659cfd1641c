package id.pintu.sla.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.topics.ReadCommittedConsumers;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
 * Reads the ledger and keeps the time of those partitions it is given. It commits no place: a partition is read from its
 * beginning whenever it comes. Partitions come and go on the thread that takes the turns; within one turn those that have
 * something to say do so side by side, and the turn ends when all of them have, so no partition is lost between looking
 * and saying.
 */
final class DeadlineTimerConsumer implements ConsumerRebalanceListener, AutoCloseable {

    static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimerConsumer.class);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(10);

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Supplier<OpenClockIndex> indexFactory;
    private final CalendarChangeTracker calendarChanges;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Map<Integer, PartitionTimer> owned = new TreeMap<>();
    private BackOffExecution backOff = newBackOff();
    private final ParallelRunner parallel = new ParallelRunner();
    private int publishedVersion;
    private boolean morePending;
    private long backOffUntil = System.nanoTime();

    DeadlineTimerConsumer(
            String bootstrapServers,
            InstantSource clock,
            Supplier<OpenClockIndex> indexFactory,
            CalendarChangeTracker calendarChanges) {
        this.calendarChanges = calendarChanges;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.indexFactory = indexFactory;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000));
        this.ledger = ReadCommittedConsumers.create(
                bootstrapServers,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "sla-timers",
                        // A rebalance takes only what moves: the rest need not be read again.
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
     * Listens for a moment, then says what is due.
     *
     * @throws PartitionFencedException when another instance holds a partition that this one believes to have
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
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
        log.info("keeps the time of {} too", given);
        given.forEach(partition ->
                owned.put(partition.partition(), new PartitionTimer(partition, bootstrapServers, indexFactory.get())));
        ledger.seekToBeginning(given);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
        log.info("keeps the time of {} no more", taken);
        for (TopicPartition partition : taken) {
            PartitionTimer gone = owned.remove(partition.partition());
            if (gone != null) {
                gone.close();
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
            if (PartitionFencedException.isCausedByFencing(e)) {
                throw new PartitionFencedException(e);
            }
            long delay = backOff.nextBackOff();
            backOffUntil = System.nanoTime() + Duration.ofMillis(delay).toNanos();
            log.warn("timers wait {} ms for the broker: {}", delay, e.toString());
        }
    }

    private Callable<Boolean> partitionTask(PartitionTimer partition, Instant now) {
        long readTo = ledger.position(partition.partition());
        return () -> partition.runOnce(now, readTo, admin, calendarChanges.impactTopic());
    }

    /** Whoever keeps the first partition tells the institutions, when all partitions are through. */
    private void publishNoticesOnce() {
        int version = calendarChanges.calendars().get().version();
        PartitionTimer first = owned.get(0);
        if (first != null
                && version > publishedVersion
                && calendarChanges.impactTopic().completedPartitions(version) == partitions()) {
            Map<String, CalendarImpactTopic.CalendarChangeNotice> published =
                    calendarChanges.impactTopic().notices(version);
            List<CalendarImpactTopic.CalendarChangeNotice> due = calendarChanges.notices(version).stream()
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
