package id.pintu.house.keys;

import id.pintu.events.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The hashes of all keys in memory, followed from the compacted topic {@code keys}; read to its end before use. */
public final class KeyRing implements SmartLifecycle {

    /** Name of the topic: key = institution code, value = {@link InstitutionKey} as JSON. */
    public static final String TOPIC = "keys";

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, InstitutionKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private volatile boolean running;
    private Thread follower = new Thread(() -> {});

    public KeyRing(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The institution whose key this is. */
    public Optional<String> ownerOf(String clearKey) {
        return Optional.ofNullable(codes.get(InstitutionKey.hash(clearKey)));
    }

    public Optional<InstitutionKey> find(String code) {
        return Optional.ofNullable(keys.get(code));
    }

    /** Before anything that is asked from outside. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 3_000;
    }

    @Override
    public void start() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (consumer.position(PARTITION) < end) {
            read();
        }
        running = true;
        // A platform thread: polling in a virtual one would keep a carrier from every request.
        follower = Thread.ofPlatform().daemon().name("key-ring").start(this::follow);
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
                        TOPIC,
                        e.getClass().getName());
            }
        }
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            String code = new String(record.key(), StandardCharsets.UTF_8);
            InstitutionKey key = WireJson.MAPPER.readValue(record.value(), InstitutionKey.class);
            learn(code, key);
        }
    }

    void learn(String code, InstitutionKey key) {
        InstitutionKey former = keys.put(code, key);
        if (former != null) {
            codes.remove(former.hash());
        }
        codes.put(key.hash(), code);
    }
}
