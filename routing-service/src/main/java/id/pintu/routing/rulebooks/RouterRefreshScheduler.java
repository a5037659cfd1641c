package id.pintu.routing.rulebooks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scheduler that rebuilds the router on a thread of its own after the registry, the activity of an institution, the rule
 * book in force or the model has changed. Without a change a run costs a comparison.
 */
public final class RouterRefreshScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RouterRefreshScheduler.class);

    private final CurrentRouterProvider router;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("router-refresh").factory());
    private final ScheduledFuture<?> schedule;

    /** Starts the schedule. */
    public RouterRefreshScheduler(CurrentRouterProvider router, Duration delay) {
        this.router = router;
        this.schedule = executor.scheduleWithFixedDelay(
                this::tryRefresh, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryRefresh() {
        try {
            router.refresh();
        } catch (IllegalStateException notReadYet) {
            log.debug("nothing to refresh yet", notReadYet);
        } catch (RuntimeException e) {
            // The router before it stays in use.
            log.error("the router cannot be rebuilt: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        executor.shutdownNow();
    }
}
