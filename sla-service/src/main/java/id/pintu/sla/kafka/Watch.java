package id.pintu.sla.kafka;

import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import id.pintu.sla.clock.OpenClocks;
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
final class Watch implements ConsumerRebalanceListener, AutoCloseable {

    static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration LISTENING = Duration.ofMillis(10);

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Supplier<OpenClocks> noClocks;
    private final CalendarChanges calendar;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Map<Integer, OwnedPartition> owned = new TreeMap<>();
    private BackOffExecution patience = patience();
    private final SideBySide sideBySide = new SideBySide();
    private int told;
    private boolean more;
    private long restingUntil = System.nanoTime();

    Watch(String bootstrapServers, InstantSource clock, Supplier<OpenClocks> noClocks, CalendarChanges calendar) {
        this.calendar = calendar;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.noClocks = noClocks;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000));
        this.ledger = Committed.consumer(
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
        ledger.subscribe(List.of(Topics.COMPLAINTS), this);
    }

    /**
     * Listens for a moment, then says what is due.
     *
     * @throws Fenced when another instance holds a partition that this one believes to have
     */
    void turn() {
        for (ConsumerRecord<byte[], byte[]> record : ledger.poll(more ? Duration.ZERO : LISTENING)) {
            OwnedPartition partition = owned.get(record.partition());
            if (partition != null) {
                partition.fold(record);
            }
        }
        more = false;
        if (System.nanoTime() - restingUntil >= 0) {
            speak();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
        log.info("keeps the time of {} too", given);
        given.forEach(partition ->
                owned.put(partition.partition(), new OwnedPartition(partition, bootstrapServers, noClocks.get())));
        ledger.seekToBeginning(given);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
        log.info("keeps the time of {} no more", taken);
        for (TopicPartition partition : taken) {
            OwnedPartition gone = owned.remove(partition.partition());
            if (gone != null) {
                gone.close();
            }
        }
    }

    @Override
    public void close() {
        ledger.close();
        sideBySide.close();
        owned.values().forEach(OwnedPartition::close);
        admin.close(LONGEST_REST);
    }

    private void speak() {
        try {
            Instant now = clock.instant();
            more = sideBySide.any(owned.values().stream()
                    .filter(partition -> !partition.rests(now))
                    .map(partition -> turnOf(partition, now))
                    .toList());
            tellOnce();
            patience = patience();
        } catch (KafkaException e) {
            if (Fenced.by(e)) {
                throw new Fenced(e);
            }
            long rest = patience.nextBackOff();
            restingUntil = System.nanoTime() + Duration.ofMillis(rest).toNanos();
            log.warn("timers wait {} ms for the broker: {}", rest, e.toString());
        }
    }

    private Callable<Boolean> turnOf(OwnedPartition partition, Instant now) {
        long readTo = ledger.position(partition.partition());
        return () -> partition.turn(now, readTo, admin, calendar.effects());
    }

    /** Whoever keeps the first partition tells the institutions, when all partitions are through. */
    private void tellOnce() {
        int version = calendar.almanac().get().version();
        OwnedPartition first = owned.get(0);
        if (first != null && version > told && calendar.effects().through(version) == partitions()) {
            Map<String, EffectsTopic.Notice> said = calendar.effects().notices(version);
            List<EffectsTopic.Notice> due = calendar.notices(version).stream()
                    .filter(notice -> !notice.equals(said.get(notice.institution())))
                    .toList();
            if (!due.isEmpty()) {
                first.tell(due);
            }
            told = version;
        }
    }

    private int partitions() {
        return ledger.partitionsFor(Topics.COMPLAINTS).size();
    }

    private static BackOffExecution patience() {
        ExponentialBackOff patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(LONGEST_REST.toMillis());
        return patience.start();
    }
}
