package id.pintu.processing.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what a consumer is given, in a thread of its own, until it is stopped. What cannot be read is skipped by
 * itself, and an outage is waited out: it goes on where it was.
 */
public final class ConsumerLoop {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordHandler handler;
    private final Runnable afterEachPoll;
    private final Thread thread;
    private volatile boolean running;

    /** Hears one record after another, each at least once. */
    public interface RecordHandler {
        void handle(ConsumerRecord<byte[], byte[]> record);
    }

    /** One that only reads. */
    public ConsumerLoop(String name, Consumer<byte[], byte[]> consumer, RecordHandler handler) {
        this(name, consumer, handler, () -> {});
    }

    /**
     * @param consumer this one's own from its start on; it has to be assigned by then, by {@link #assignFromBeginning} or otherwise
     * @param afterEachPoll also when nothing came, about twice a second
     */
    public ConsumerLoop(String name, Consumer<byte[], byte[]> consumer, RecordHandler handler, Runnable afterEachPoll) {
        this.consumer = consumer;
        this.handler = handler;
        this.afterEachPoll = afterEachPoll;
        // A platform thread: polling in a virtual one would keep a carrier from every request.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::pollUntilStopped);
    }

    /** Is given these, each from its first record on. */
    public void assignFromBeginning(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Returns when everything that is there now was read, by the caller's thread. */
    public void readToEnd() {
        Map<TopicPartition, Long> endOffsets = consumer.endOffsets(consumer.assignment());
        while (!ReadCommittedConsumers.hasReached(consumer, endOffsets)) {
            poll();
        }
    }

    public void start() {
        running = true;
        thread.start();
    }

    /** Once it was started, and for good. */
    public void stop() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    private void pollUntilStopped() {
        while (running) {
            try {
                poll();
            } catch (WakeupException e) {
                break;
            } catch (RuntimeException e) {
                log.warn(
                        "{} cannot follow for now: {}",
                        thread.getName(),
                        e.getClass().getName());
                pauseAfterFailure();
            }
        }
        running = false;
        consumer.close();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_TIMEOUT)) {
            try {
                handler.handle(record);
            } catch (RuntimeException e) {
                log.warn(
                        "{} skips {}-{}@{}: {}",
                        thread.getName(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getClass().getName());
            }
        }
        afterEachPoll.run();
    }

    /** What fails at once would otherwise fail as often as it can. */
    private void pauseAfterFailure() {
        try {
            Thread.sleep(POLL_TIMEOUT);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
