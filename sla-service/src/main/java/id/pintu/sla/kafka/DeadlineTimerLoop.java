package id.pintu.sla.kafka;

import id.pintu.processing.startup.StartupPhases;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says what time makes due, on a thread of its own and for as long as the service runs. Whatever breaks, it begins
 * afresh from the ledger; only when it is fenced does it end the process, for then another instance has its place.
 */
public final class DeadlineTimerLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadlineTimerLoop.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Supplier<OpenClockIndex> indexFactory;
    private final CalendarChangeTracker calendarChanges;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread(() -> {});

    /**
     * @param bootstrapServers the broker, as Kafka's property of this name
     * @param clock may be a virtual one, so it is looked at every few milliseconds
     * @param indexFactory an empty index, for a partition that was just given
     * @param calendarChanges what holds now, and what its changes did
     */
    public DeadlineTimerLoop(
            String bootstrapServers,
            InstantSource clock,
            Supplier<OpenClockIndex> indexFactory,
            CalendarChangeTracker calendarChanges) {
        this.calendarChanges = calendarChanges;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.indexFactory = indexFactory;
    }

    /** After the bindings. */
    @Override
    public int getPhase() {
        return StartupPhases.BINDINGS + 2_500;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("sla-timers").daemon().start(this::runLoop);
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void runLoop() {
        while (isRunning()) {
            try (DeadlineTimerConsumer consumer =
                    new DeadlineTimerConsumer(bootstrapServers, clock, indexFactory, calendarChanges)) {
                while (isRunning()) {
                    consumer.pollOnce();
                }
            } catch (PartitionFencedException e) {
                log.error("fenced: another instance has taken this one's place; halting");
                Runtime.getRuntime().halt(70);
            } catch (RuntimeException e) {
                log.warn("timers begin afresh: {}", e.toString());
                awaitRetry();
            }
        }
    }

    private void awaitRetry() {
        try {
            stopped.await(DeadlineTimerConsumer.MAX_BACK_OFF.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
