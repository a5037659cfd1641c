package id.pintu.routing.pending;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduler that executes the acts whose time has come, on a thread of its own. */
public final class PendingActScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PendingActScheduler.class);

    private final PendingActService acts;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pending-acts").factory());
    private final ScheduledFuture<?> schedule;

    /** Starts the schedule. */
    public PendingActScheduler(PendingActService acts, Duration delay) {
        this.acts = acts;
        this.schedule = executor.scheduleWithFixedDelay(
                this::tryExecute, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryExecute() {
        try {
            acts.executeDue();
        } catch (RuntimeException e) {
            log.warn("acts that waited could not be executed: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        executor.shutdownNow();
    }
}
