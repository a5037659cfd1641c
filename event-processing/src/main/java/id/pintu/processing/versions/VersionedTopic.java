package id.pintu.processing.versions;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ReadCommittedConsumers;
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
public final class VersionedTopic<T> implements SmartLifecycle, Supplier<VersionHistory<T>> {

    private final String name;
    private final Class<T> type;
    private final String bootstrapServers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConsumerLoop loop;
    private final List<Consumer<VersionHistory<T>>> listeners = new CopyOnWriteArrayList<>();
    private final List<VersionedValue<T>> polled = new ArrayList<>();
    private volatile VersionHistory<T> versions = VersionHistory.empty();
    private long readOffset;

    /**
     * @param name of the compacted topic
     * @param type of the values, a record that is written as JSON
     * @param bootstrapServers the broker, as Kafka's property of this name
     */
    public VersionedTopic(String name, Class<T> type, String bootstrapServers) {
        this.name = name;
        this.type = type;
        this.bootstrapServers = bootstrapServers;
        this.consumer = ReadCommittedConsumers.create(bootstrapServers);
        this.loop = new ConsumerLoop(name, consumer, this::read, this::addPolled);
    }

    /** The two topics: the last version of each thing, and all versions. */
    public static KafkaAdmin.NewTopics topics(String name, int replicas) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(name)
                        .partitions(1)
                        .replicas(replicas)
                        .compact()
                        .build(),
                TopicBuilder.name(historyTopic(name))
                        .partitions(1)
                        .replicas(replicas)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build());
    }

    @Override
    public VersionHistory<T> get() {
        return versions;
    }

    /** Is told of all versions once they are read, and after each change, by one thread at a time. */
    public void onChange(Consumer<VersionHistory<T>> listener) {
        listeners.add(listener);
    }

    /** After a restore, before the bindings that hear and before anything that is asked from outside. */
    @Override
    public int getPhase() {
        return StartupPhases.VERSIONED_TOPICS;
    }

    @Override
    public void start() {
        loop.assignFromBeginning(List.of(partition()));
        loop.readToEnd();
        notifyListeners();
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    String name() {
        return name;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    TopicPartition partition() {
        return new TopicPartition(historyTopic(name), 0);
    }

    static String historyTopic(String name) {
        return name + ".history";
    }

    /**
     * Waits until everything before this place was read.
     *
     * @return whether it was, in time
     */
    synchronized boolean awaitRead(long offset, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); readOffset < offset && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return readOffset >= offset;
    }

    /** Takes these as well; what is known already changes nothing. */
    synchronized void add(List<VersionedValue<T>> added) {
        if (!added.isEmpty()) {
            versions = versions.with(added);
            if (isRunning()) {
                notifyListeners();
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        polled.add(VersionedValue.read(record.value(), type));
    }

    /** All of one poll at once: what was changed in one go is told in one go. */
    private void addPolled() {
        List<VersionedValue<T>> added = List.copyOf(polled);
        polled.clear();
        add(added);
        synchronized (this) {
            readOffset = consumer.position(partition());
            notifyAll();
        }
    }

    private void notifyListeners() {
        listeners.forEach(each -> each.accept(versions));
    }
}
