package id.pintu.routing.kafka;

import id.pintu.events.EventJson;
import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import id.pintu.routing.registry.Attendance;
import id.pintu.routing.registry.CurrentRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the whole ledger on a thread of its own, and tells the registry who is not active. An institution may have
 * complaints in every partition, so every instance reads all of them, from the beginning at each start; until the end is
 * reached the registry takes everybody for active.
 */
public final class AttendanceList implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AttendanceList.class);
    private static final Duration LISTENING = Duration.ofMillis(500);
    private static final long REST_SECONDS = 5;

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Supplier<Attendance> nobodyMissed;
    private final CurrentRegistry registry;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private Thread reader = new Thread(() -> {});

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param clock may be a virtual one, so it is looked at twice a second
     */
    public AttendanceList(
            String bootstrapServers, InstantSource clock, Supplier<Attendance> nobodyMissed, CurrentRegistry registry) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.nobodyMissed = nobodyMissed;
        this.registry = registry;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        reader = Thread.ofPlatform().daemon().name("attendance").start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Whatever breaks, it begins afresh. */
    private void run() {
        while (isRunning()) {
            try (KafkaConsumer<byte[], byte[]> ledger = consumer()) {
                follow(ledger);
            } catch (RuntimeException e) {
                log.warn("attendance begins afresh: {}", e.getClass().getName());
                rest();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> ledger) {
        List<TopicPartition> partitions = Committed.partitions(ledger, Topics.COMPLAINTS);
        ledger.assign(partitions);
        ledger.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = ledger.endOffsets(partitions);
        Attendance attendance = nobodyMissed.get();
        boolean whole = false;
        while (isRunning()) {
            for (ConsumerRecord<byte[], byte[]> record : ledger.poll(LISTENING)) {
                fold(attendance, record);
            }
            whole = whole || Committed.isReadTo(ledger, ends);
            if (whole) {
                registry.miss(attendance.absent(clock.instant()));
            }
        }
    }

    private static void fold(Attendance attendance, ConsumerRecord<byte[], byte[]> record) {
        try {
            attendance.evolve(EventJson.read(record.value()));
        } catch (RuntimeException e) {
            log.warn(
                    "attendance skips {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getClass());
        }
    }

    private void rest() {
        try {
            stopped.await(REST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
    }
}
