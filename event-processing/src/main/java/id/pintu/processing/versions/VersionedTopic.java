package id.pintu.processing.versions;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import id.pintu.processing.topics.UnreadableRecord;
import id.pintu.processing.topics.UnreadableRecordIndex;
import id.pintu.processing.topics.UnreadableRecordSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * In-memory history of a versioned topic, consumed from {@code <name>.history}. Its start returns when the topic is read
 * to its end: after a rebuild of snapshots, before the bindings consume and before a request is served.
 *
 * @param <T> type of the values, a record that is written as JSON
 */
public final class VersionedTopic<T>
        implements ConsumerLoopLifecycle, UnreadableRecordSource, Supplier<VersionHistory<T>> {

    private final String name;
    private final Class<T> type;
    private final KafkaClients clients;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final UnreadableRecordIndex records = new UnreadableRecordIndex(this::read);
    private final ConsumerLoop loop;
    private final List<Consumer<VersionHistory<T>>> listeners = new CopyOnWriteArrayList<>();
    private final List<VersionedValue<T>> polled = new ArrayList<>();
    private volatile VersionHistory<T> versions = VersionHistory.empty();
    private long readOffset;

    /**
     * @param name of the compacted topic
     * @param clients factory of the Kafka clients
     */
    public VersionedTopic(String name, Class<T> type, KafkaClients clients) {
        this.name = name;
        this.type = type;
        this.clients = clients;
        this.consumer = clients.readCommittedConsumer();
        RecordPollTask task = new RecordPollTask(name, consumer, records, this::addPolled);
        this.loop = new ConsumerLoop(name, StartupPhases.VERSIONED_TOPICS, task, () -> {
            AssignedPartitions.assignFromBeginning(consumer, List.of(partition()));
            task.readToEnd();
            notifyListeners();
        });
    }

    /** The topic {@code <name>} alone, for a service that reads the last versions only. */
    public static NewTopic lastVersionTopic(String name, int replicas) {
        return CompactedTopicReader.topic(name, replicas);
    }

    /** The two topics: {@code <name>} with the last version of each key, {@code <name>.history} with all versions. */
    public static KafkaAdmin.NewTopics topics(String name, int replicas) {
        return new KafkaAdmin.NewTopics(
                lastVersionTopic(name, replicas),
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

    /** Adds a listener; it gets all versions once they are read and after each change, on one thread at a time. */
    public void onChange(Consumer<VersionHistory<T>> listener) {
        listeners.add(listener);
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    @Override
    public List<UnreadableRecord> unreadableRecords() {
        return records.unreadableRecords();
    }

    String name() {
        return name;
    }

    KafkaClients clients() {
        return clients;
    }

    TopicPartition partition() {
        return new TopicPartition(historyTopic(name), 0);
    }

    public static String historyTopic(String name) {
        return name + ".history";
    }

    /**
     * Waits until every record before this offset of the history topic is read.
     *
     * @return false when the timeout elapsed first
     */
    synchronized boolean awaitRead(long offset, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); readOffset < offset && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return readOffset >= offset;
    }

    /** Adds versions; those that are there already change nothing. */
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

    /** Adds all versions of one poll together, so that listeners see the changes of one transaction as one change. */
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
