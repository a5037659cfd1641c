package id.pintu.routing.training;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scheduler that checks at a fixed delay whether to retrain the model, on a thread of its own: routing never waits for
 * it.
 */
public final class ModelRetrainScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ModelRetrainScheduler.class);

    private final ModelRetrainer retrainer;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-retrain").factory());
    private final ScheduledFuture<?> schedule;

    /** Starts the schedule. */
    public ModelRetrainScheduler(ModelRetrainer retrainer, Duration delay) {
        this.retrainer = retrainer;
        this.schedule = executor.scheduleWithFixedDelay(
                this::tryRetrain, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryRetrain() {
        try {
            retrainer.retrainIfNeeded();
        } catch (RuntimeException e) {
            // MongoDB may be unavailable: the model trained before stays in use.
            log.warn("retraining failed: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        executor.shutdownNow();
    }
}
