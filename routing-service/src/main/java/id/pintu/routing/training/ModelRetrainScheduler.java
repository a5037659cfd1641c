package id.pintu.routing.training;

import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.calibration.RoutingModelTrainer;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.NationalTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the experience there is, and from time to time more of it.
 *
 * <p>It learns beside the line of complaints, which never waits for it. What it knows depends on the set of lessons
 * alone, so a rebuilt house comes to the same experience.
 */
public final class ModelRetrainScheduler implements Supplier<LearnedRoutingModel>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ModelRetrainScheduler.class);
    private static final double GROWTH_FACTOR = 1.1;
    private static final int MIN_EXAMPLES = 200;
    private static final int MAX_EXAMPLES = 10_000;

    private final Supplier<RoutingKnowledge> knowledge;
    private final TrainingExampleRepository trainingExamples;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-retrain").factory());
    private volatile LearnedRoutingModel trainedModel = LearnedRoutingModel.untrained();
    private @Nullable ScheduledFuture<?> schedule;
    private long trainedCount;

    public ModelRetrainScheduler(
            Supplier<RoutingKnowledge> knowledge, TrainingExampleRepository trainingExamples, InstantSource clock) {
        this.knowledge = knowledge;
        this.trainingExamples = trainingExamples;
        this.clock = clock;
    }

    /** Looks every so often whether there is enough that is new. */
    public ModelRetrainScheduler scheduleEvery(Duration interval) {
        schedule = executor.scheduleWithFixedDelay(
                this::tryRetrain, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public LearnedRoutingModel get() {
        return trainedModel;
    }

    /** Learns, if there are a tenth more lessons than last time. */
    void retrainIfNeeded() {
        long available = trainingExamples.count();
        if (available < MIN_EXAMPLES || available < trainedCount * GROWTH_FACTOR) {
            return;
        }
        LocalDate today = NationalTime.dateAt(clock.instant());
        trainedModel = new RoutingModelTrainer(knowledge.get(), today).train(trainingExamples.newest(MAX_EXAMPLES));
        trainedCount = available;
        log.info("routing learnt from {} decisions", trainedModel.classifier().exampleCount());
    }

    private void tryRetrain() {
        try {
            retrainIfNeeded();
        } catch (RuntimeException e) {
            // The store may be away: what was learnt before stays in force.
            log.warn("could not learn: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        executor.shutdownNow();
    }
}
