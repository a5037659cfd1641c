package id.pintu.routing.training;

import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.registry.NationalTime;
import id.pintu.routing.units.UnitModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provider of the model of each institution's dispositions. One is trained when it is first asked for, on a thread of its own,
 * and again when there are a tenth more dispositions; until it is ready the former one answers, or none. Only the models of
 * the institutions asked for last are kept: there are hundreds of institutions, and few have officers at work at once.
 */
public final class UnitModelProvider implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UnitModelProvider.class);
    private static final int MAX_MODELS = 24;
    private static final int MAX_DISPOSITIONS = 10_000;
    private static final double GROWTH_FACTOR = 1.1;

    private final UnitDispositionRepository dispositions;
    private final Supplier<ReportAnalyzer> analyzer;
    private final InstantSource clock;
    private final Duration checkEvery;
    private final Duration patience;
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("unit-models").factory());

    private final Map<String, CachedUnitModel> models = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedUnitModel> eldest) {
            return size() > MAX_MODELS;
        }
    };

    /**
     * @param trainedOn number of dispositions there were
     * @param checkedAt when it was last compared with the dispositions
     * @param next the model after it; complete unless it is being trained
     */
    private record CachedUnitModel(
            UnitModel model, long trainedOn, Instant checkedAt, CompletableFuture<UnitModel> next) {}

    /**
     * @param checkEvery how long a model is used before it is compared with the dispositions
     * @param patience how long a caller waits for a model that is being trained
     */
    public UnitModelProvider(
            UnitDispositionRepository dispositions,
            Supplier<ReportAnalyzer> analyzer,
            InstantSource clock,
            Duration checkEvery,
            Duration patience) {
        this.dispositions = dispositions;
        this.analyzer = analyzer;
        this.clock = clock;
        this.checkEvery = checkEvery;
        this.patience = patience;
    }

    /** The model of an institution as it is known now. */
    public UnitModel get(String institution) {
        CachedUnitModel cached = refreshed(institution);
        try {
            return cached.next().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return cached.model();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cached.model();
        }
    }

    private synchronized CachedUnitModel refreshed(String institution) {
        Instant now = clock.instant();
        CachedUnitModel cached = models.get(institution);
        if (cached != null
                && (!cached.next().isDone() || now.isBefore(cached.checkedAt().plus(checkEvery)))) {
            return cached;
        }
        UnitModel former = cached == null ? UnitModel.untrained() : newestOf(cached);
        long trainedOn = cached == null ? 0 : cached.trainedOn();
        long available = dispositions.countOf(institution);
        CachedUnitModel refreshed = available == 0 || (trainedOn > 0 && available < trainedOn * GROWTH_FACTOR)
                ? new CachedUnitModel(former, trainedOn, now, CompletableFuture.completedFuture(former))
                : new CachedUnitModel(former, available, now, train(institution));
        models.put(institution, refreshed);
        return refreshed;
    }

    private static UnitModel newestOf(CachedUnitModel cached) {
        return cached.next().isCompletedExceptionally()
                ? cached.model()
                : cached.next().getNow(cached.model());
    }

    private CompletableFuture<UnitModel> train(String institution) {
        return CompletableFuture.supplyAsync(
                () -> {
                    UnitModel model = UnitModel.train(
                            dispositions.newestOf(institution, MAX_DISPOSITIONS),
                            analyzer.get(),
                            NationalTime.dateAt(clock.instant()));
                    log.info("unit model of {} trained on {} dispositions", institution, model.exampleCount());
                    return model;
                },
                trainer);
    }

    @Override
    public void close() {
        trainer.shutdownNow();
    }
}
