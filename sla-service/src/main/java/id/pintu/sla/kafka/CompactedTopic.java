package id.pintu.sla.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Follows a compacted topic of one partition; read to its end before anything that is asked from outside. */
final class CompactedTopic implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CompactedTopic.class);

    /** Takes a record in; hearing of one twice has to be harmless. */
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record);
    }

    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Reader reader;
    private volatile boolean running;
    private Thread follower = new Thread(() -> {});

    CompactedTopic(String topic, String bootstrapServers, Reader reader) {
        this.partition = new TopicPartition(topic, 0);
        this.reader = reader;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 4_500;
    }

    @Override
    public void start() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            read();
        }
        running = true;
        follower = Thread.ofPlatform().daemon().name(partition.topic()).start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        consumer.wakeup();
        try {
            follower.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try {
                read();
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                log.warn(
                        "the topic {} cannot be followed for now: {}",
                        partition.topic(),
                        e.getClass().getName());
            }
        }
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            try {
                reader.read(record);
            } catch (RuntimeException e) {
                log.warn("{}@{} is skipped: {}", partition.topic(), record.offset(), e.getClass());
            }
        }
    }
}
