package id.pintu.house.versions;

import id.pintu.house.reading.Committed;
import id.pintu.house.reading.Follower;
import id.pintu.house.start.Phases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** All versions in memory, followed from {@code <name>.history}; read to its end before anything is heard or asked. */
public final class VersionedTopic<T> implements SmartLifecycle, Supplier<Versions<T>> {

    private final String name;
    private final Class<T> type;
    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Follower follower;
    private final List<Consumer<Versions<T>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Version<T>> read = new ArrayList<>();
    private volatile Versions<T> versions = Versions.none();
    private long readTo;

    /**
     * @param name of the compacted topic
     * @param type of the values, a record that is written as JSON
     * @param bootstrapServers the broker, as Kafka's property of this name
     */
    public VersionedTopic(String name, Class<T> type, String bootstrapServers) {
        this.name = name;
        this.type = type;
        this.bootstrapServers = bootstrapServers;
        this.consumer = Committed.consumer(bootstrapServers);
        this.follower = new Follower(name, consumer, this::read, this::learnRead);
    }

    /** The two topics: the last version of each thing, and all versions. */
    public static KafkaAdmin.NewTopics topics(String name, int replicas) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(name)
                        .partitions(1)
                        .replicas(replicas)
                        .compact()
                        .build(),
                TopicBuilder.name(history(name))
                        .partitions(1)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build());
    }

    @Override
    public Versions<T> get() {
        return versions;
    }

    /** Is told of all versions once they are read, and after each change, by one thread at a time. */
    public void onChange(Consumer<Versions<T>> listener) {
        listeners.add(listener);
    }

    /** After a restore, before the bindings that hear and before anything that is asked from outside. */
    @Override
    public int getPhase() {
        return Phases.VERSIONS;
    }

    @Override
    public void start() {
        follower.assign(List.of(partition()));
        follower.readToEnd();
        tell();
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

    String name() {
        return name;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    TopicPartition partition() {
        return new TopicPartition(history(name), 0);
    }

    static String history(String name) {
        return name + ".history";
    }

    /**
     * Waits until everything before this place was read.
     *
     * @return whether it was, in time
     */
    synchronized boolean awaitRead(long place, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); readTo < place && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return readTo >= place;
    }

    /** Takes these as well; what is known already changes nothing. */
    synchronized void learn(List<Version<T>> more) {
        if (!more.isEmpty()) {
            versions = versions.with(more);
            if (isRunning()) {
                tell();
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        read.add(Version.read(record.value(), type));
    }

    /** All of one poll at once: what was changed in one go is told in one go. */
    private void learnRead() {
        List<Version<T>> more = List.copyOf(read);
        read.clear();
        learn(more);
        synchronized (this) {
            readTo = consumer.position(partition());
            notifyAll();
        }
    }

    private void tell() {
        listeners.forEach(each -> each.accept(versions));
    }
}
