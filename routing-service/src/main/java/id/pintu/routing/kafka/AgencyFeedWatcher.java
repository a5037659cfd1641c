package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.AssignedPartitions;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.RecordPollTask;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reader of the ends of all agency feeds with one consumer, so that a request can wait for the next record of one without a
 * consumer of its own.
 */
public final class AgencyFeedWatcher implements ConsumerLoopLifecycle {

    private static final String NAME = "agency-feed-ends";
    private static final String FEED_PREFIX = TopicNames.agencyFeed("");
    private static final Duration BETWEEN_LISTS = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConsumerLoop loop;

    /** Position after the last record that was seen, by feed. Whoever waits for a feed waits on its monitor. */
    private final Map<String, FeedEnd> ends = new ConcurrentHashMap<>();

    private long listedAt;

    /** End of one feed. */
    private static final class FeedEnd {

        private long position;

        private synchronized void moveTo(long next) {
            position = Math.max(position, next);
            notifyAll();
        }

        private synchronized boolean awaitBeyond(long known, Duration limit) throws InterruptedException {
            long until = System.nanoTime() + limit.toNanos();
            while (position <= known) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
    }

    public AgencyFeedWatcher(KafkaClients clients) {
        this.consumer = clients.readCommittedConsumer(
                Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100));
        this.loop = new ConsumerLoop(
                NAME,
                StartupPhases.BACKGROUND_READERS,
                new RecordPollTask(NAME, consumer, this::see, this::listAgain),
                this::assignEnds);
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    /**
     * Waits until a feed has a record at or after a position.
     *
     * @return false when it has none after this time
     */
    public boolean awaitRecord(String institution, long position, Duration limit) throws InterruptedException {
        return end(TopicNames.agencyFeed(institution)).awaitBeyond(position, limit);
    }

    private FeedEnd end(String topic) {
        return ends.computeIfAbsent(topic, any -> new FeedEnd());
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        end(record.topic()).moveTo(record.offset() + 1);
    }

    private void assignEnds() {
        List<TopicPartition> feeds = feeds();
        consumer.assign(feeds);
        consumer.seekToEnd(feeds);
        listedAt = System.nanoTime();
    }

    /** Feeds of institutions that have been added since are read from their first record. */
    private void listAgain() {
        if (System.nanoTime() - listedAt < BETWEEN_LISTS.toNanos()) {
            return;
        }
        listedAt = System.nanoTime();
        Set<TopicPartition> added = new HashSet<>(feeds());
        added.removeAll(consumer.assignment());
        if (!added.isEmpty()) {
            Set<TopicPartition> all = new HashSet<>(consumer.assignment());
            all.addAll(added);
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
    }

    private List<TopicPartition> feeds() {
        return AssignedPartitions.partitions(consumer, (String topic) -> topic.startsWith(FEED_PREFIX));
    }
}
