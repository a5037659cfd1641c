package id.pintu.house.ledger;

import id.pintu.house.reading.Committed;
import id.pintu.house.start.Phases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A compacted topic of one partition that every instance knows by heart: read from its beginning to its end before the
 * service answers anybody, and followed from then on. Its reader hears each notice at least once, in order.
 */
public final class Bulletin implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bulletin.class);

    private final TopicPartition partition;
    private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean running;
    private Thread follower = new Thread(() -> {});

    /**
     * @param reader gets key and value; the value is absent where the topic says that the key is no more
     */
    public static Bulletin byKey(String topic, String bootstrapServers, BiConsumer<String, Optional<byte[]>> reader) {
        return new Bulletin(
                topic,
                bootstrapServers,
                record -> reader.accept(
                        new String(record.key(), StandardCharsets.UTF_8), Optional.ofNullable(record.value())));
    }

    /**
     * @param reader gets each record whole, for those who count by its place
     */
    public Bulletin(String topic, String bootstrapServers, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.partition = new TopicPartition(topic, 0);
        this.reader = reader;
        this.consumer = Committed.consumer(bootstrapServers);
    }

    @Override
    public int getPhase() {
        return Phases.BULLETINS;
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
        // A platform thread: polling in a virtual one would keep a carrier from every request.
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
                        "{} cannot be followed for now: {}",
                        partition,
                        e.getClass().getName());
            }
        }
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            try {
                reader.accept(record);
            } catch (RuntimeException e) {
                log.warn("{} holds what cannot be read at {}: {}", partition, record.offset(), e.getClass());
            }
        }
    }
}
