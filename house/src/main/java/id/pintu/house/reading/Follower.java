package id.pintu.house.reading;

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
public final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration LISTENING = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Reader reader;
    private final Runnable afterEachPoll;
    private final Thread thread;
    private volatile boolean running;

    /** Hears one record after another, each at least once. */
    public interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record);
    }

    /** One that only reads. */
    public Follower(String name, Consumer<byte[], byte[]> consumer, Reader reader) {
        this(name, consumer, reader, () -> {});
    }

    /**
     * @param consumer this one's own from its start on; it has to be assigned by then, by {@link #assign} or otherwise
     * @param afterEachPoll also when nothing came, about twice a second
     */
    public Follower(String name, Consumer<byte[], byte[]> consumer, Reader reader, Runnable afterEachPoll) {
        this.consumer = consumer;
        this.reader = reader;
        this.afterEachPoll = afterEachPoll;
        // A platform thread: polling in a virtual one would keep a carrier from every request.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::follow);
    }

    /** Is given these, each from its first record on. */
    public void assign(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Returns when everything that is there now was read, by the caller's thread. */
    public void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (!Committed.isReadTo(consumer, ends)) {
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
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    private void follow() {
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
                rest();
            }
        }
        running = false;
        consumer.close();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LISTENING)) {
            try {
                reader.read(record);
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
    private void rest() {
        try {
            Thread.sleep(LISTENING);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
