package id.pintu.processing.topics;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Life cycle of a Kafka consumer outside the bindings of Spring Cloud Stream: repeats a {@link PollTask} on a thread of
 * its own from start to stop. A failed round is logged and repeated after a pause, so an outage is waited out.
 *
 * <p>A listener container of Spring Kafka does not fit: its start returns before anything is read, where compacted and
 * versioned topics have to be read to their end first, and the SLA timers emit between polls.
 */
public final class ConsumerLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLoop.class);

    private final String name;
    private final int phase;
    private final PollTask task;
    private final Runnable beforeFirstPoll;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /** Handler of single records. */
    public interface RecordHandler {
        void handle(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Loop over a consumer that is assigned already; it can be started once, since its stop closes the consumer.
     *
     * @param name of the thread
     */
    public ConsumerLoop(String name, Consumer<byte[], byte[]> consumer, RecordHandler handler) {
        this(name, DEFAULT_PHASE, new RecordPollTask(name, consumer, handler), () -> {});
    }

    /**
     * @param name of the thread
     * @param phase as in {@link id.pintu.processing.startup.StartupPhases}
     * @param beforeFirstPoll runs on the thread that starts the loop; the start returns, and later phases begin, when it
     *     is done. The place to assign partitions and to {@linkplain RecordPollTask#readToEnd read to the end}
     */
    public ConsumerLoop(String name, int phase, PollTask task, Runnable beforeFirstPoll) {
        this.name = name;
        this.phase = phase;
        this.task = task;
        this.beforeFirstPoll = beforeFirstPoll;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        beforeFirstPoll.run();
        stopped = new CountDownLatch(1);
        // A platform thread: a virtual one that polls would pin a carrier thread, which requests need.
        thread = Thread.ofPlatform().daemon().name(name).start(this::pollUntilStopped);
    }

    @Override
    public void stop() {
        stopped.countDown();
        task.wakeup();
        Thread started = thread;
        if (started != null) {
            try {
                started.join(task.stopTimeout());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void pollUntilStopped() {
        try {
            while (isRunning()) {
                pollOnce();
            }
        } finally {
            stopped.countDown();
            task.close();
        }
    }

    private void pollOnce() {
        try {
            task.poll();
        } catch (WakeupException e) {
            stopped.countDown();
        } catch (RuntimeException e) {
            log.warn("{} failed, next try in {} ms: {}", name, task.backOff().toMillis(), e.toString());
            awaitBackOff();
        }
    }

    private void awaitBackOff() {
        try {
            stopped.await(task.backOff().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
