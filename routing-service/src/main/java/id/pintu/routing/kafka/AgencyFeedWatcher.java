package id.pintu.routing.kafka;

import id.pintu.events.TopicNames;
import id.pintu.processing.startup.StartupPhases;
import id.pintu.processing.topics.ConsumerLoop;
import id.pintu.processing.topics.ConsumerLoopLifecycle;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.processing.topics.PollTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Watcher of the ends of those agency feeds that somebody waits for: twice a second it asks the broker for all of them at once.
 * A consumer that fetches every feed would make the broker look into all of them for each record of one.
 */
public final class AgencyFeedWatcher implements ConsumerLoopLifecycle {

    private static final String NAME = "agency-feed-ends";

    private final ConsumerLoop loop;

    /** Feeds that somebody waits for. */
    private final Map<TopicPartition, FeedEnd> watched = new ConcurrentHashMap<>();

    public AgencyFeedWatcher(KafkaClients clients) {
        this.loop = new ConsumerLoop(
                NAME, StartupPhases.BACKGROUND_READERS, new EndsTask(clients.readCommittedConsumer()), () -> {});
    }

    @Override
    public ConsumerLoop consumerLoop() {
        return loop;
    }

    /**
     * Waits until a feed is longer than a position.
     *
     * @return false when it is not after this time
     */
    public boolean awaitRecord(String institution, long position, Duration limit) throws InterruptedException {
        TopicPartition feed = new TopicPartition(TopicNames.agencyFeed(institution), 0);
        FeedEnd end = watched.compute(feed, (any, known) -> (known == null ? new FeedEnd() : known).withWaiter());
        try {
            return end.awaitBeyond(position, limit);
        } finally {
            watched.computeIfPresent(feed, (any, known) -> known.withoutWaiter() ? known : null);
        }
    }

    /** End of one feed, and how many wait for it. */
    private static final class FeedEnd {

        private int waiters;
        private long position;

        private FeedEnd withWaiter() {
            waiters++;
            return this;
        }

        /** Whether somebody still waits. */
        private boolean withoutWaiter() {
            waiters--;
            return waiters > 0;
        }

        private synchronized void moveTo(long end) {
            position = Math.max(position, end);
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

    /** Asks for the ends. */
    private final class EndsTask implements PollTask {

        private static final long INTERVAL_MILLIS = 500;

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final CountDownLatch stopped = new CountDownLatch(1);

        EndsTask(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void poll() {
            List<TopicPartition> feeds = List.copyOf(watched.keySet());
            if (!feeds.isEmpty()) {
                consumer.endOffsets(feeds).forEach((feed, end) -> {
                    FeedEnd waiting = watched.get(feed);
                    if (waiting != null) {
                        waiting.moveTo(end);
                    }
                });
            }
            awaitNextRound();
        }

        private void awaitNextRound() {
            try {
                stopped.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void wakeup() {
            stopped.countDown();
            consumer.wakeup();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
