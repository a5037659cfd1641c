package id.pintu.notification.delivery;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scheduler of {@link UndeliveredNoticeRetention} at a fixed delay, in every instance: removing twice is harmless. */
public final class RetentionScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RetentionScheduler.class);

    private final UndeliveredNoticeRetention retention;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("retention").factory());
    private final ScheduledFuture<?> schedule;

    /** Starts the schedule. */
    public RetentionScheduler(UndeliveredNoticeRetention retention, Duration delay) {
        this.retention = retention;
        this.schedule = executor.scheduleWithFixedDelay(
                this::tryRemove, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryRemove() {
        try {
            retention.removeExpired();
        } catch (RuntimeException e) {
            log.warn(
                    "removing old undelivered notices failed, will run again: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        executor.shutdownNow();
    }
}
