package id.pintu.routing.kafka;

import id.pintu.events.Topics;
import id.pintu.house.reading.Committed;
import id.pintu.house.reading.Follower;
import id.pintu.routing.registry.Attendance;
import id.pintu.routing.registry.CurrentRegistry;
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
public final class AttendanceList implements SmartLifecycle {

    private static final Selection HEARD = Selection.of(Attendance::hears);

    private final InstantSource clock;
    private final Attendance attendance;
    private final CurrentRegistry registry;
    private final KafkaConsumer<byte[], byte[]> ledger;
    private final Follower follower;
    private Map<TopicPartition, Long> ends = Map.of();
    private boolean whole;

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param clock may be a virtual one, so it is looked at twice a second
     * @param attendance in which nobody missed anything yet
     */
    public AttendanceList(
            String bootstrapServers, InstantSource clock, Attendance attendance, CurrentRegistry registry) {
        this.clock = clock;
        this.attendance = attendance;
        this.registry = registry;
        this.ledger = Committed.consumer(bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000));
        this.follower = new Follower("attendance", ledger, this::read, this::tell);
    }

    @Override
    public void start() {
        List<TopicPartition> partitions = Committed.partitions(ledger, Topics.COMPLAINTS);
        follower.assign(partitions);
        ends = ledger.endOffsets(partitions);
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        HEARD.read(record).ifPresent(attendance::evolve);
    }

    private void tell() {
        whole = whole || Committed.isReadTo(ledger, ends);
        if (whole) {
            registry.miss(attendance.absent(clock.instant()));
        }
    }
}
