package id.pintu.sla.http;

import id.pintu.support.http.ProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bulkhead of the queries that read many complaints, so that they cannot occupy all threads of the service: a few at once
 * over one area, and one at once over the nation. Further ones are refused at once, with 503 and {@code Retry-After}.
 */
@Component
class ConcurrentQueryLimit {

    private static final int AREAS_AT_ONCE = 8;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Bulkhead areas = bulkhead("oversight-area", AREAS_AT_ONCE);
    private final Bulkhead nation = bulkhead("oversight-nation", 1);

    /** Runs a query that reads the complaints of one area. */
    <T> T ofArea(Supplier<T> query) {
        return run(areas, query);
    }

    /** Runs a query that reads all complaints. */
    <T> T ofNation(Supplier<T> query) {
        return run(nation, query);
    }

    private static <T> T run(Bulkhead bulkhead, Supplier<T> query) {
        try {
            return bulkhead.executeSupplier(query);
        } catch (BulkheadFullException e) {
            throw ProblemException.tryLater(
                    "As many queries over many complaints as allowed are running; ask again in a moment.",
                    RETRY_AFTER_SECONDS);
        }
    }

    private static Bulkhead bulkhead(String name, int calls) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(calls)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }
}
