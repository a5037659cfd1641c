package id.pintu.notification.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Retry and circuit breaker settings of a delivery worker, bound from {@code pintu.notification.retry.*}.
 *
 * @param connections number of concurrent deliveries per channel
 * @param firstRetry delay before the first retry; doubles with each further one
 * @param lastRetry upper limit of that delay
 * @param stuckAfter how long a notice may fail before it counts as stuck and shows in the health details
 * @param pause how long the circuit breaker stays open after half of the last deliveries failed
 */
public record DeliveryRetryPolicy(
        @DefaultValue("8") int connections,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("1m") Duration lastRetry,
        @DefaultValue("15m") Duration stuckAfter,
        @DefaultValue("10s") Duration pause) {

    /** Exponential backoff with 20 % jitter, so that deliveries that failed together are not retried together. */
    public IntervalFunction intervals() {
        return IntervalFunction.ofExponentialRandomBackoff(firstRetry.toMillis(), 2, 0.2, lastRetry.toMillis());
    }

    CircuitBreaker breaker(String channel) {
        return breaker(channel, failure -> true);
    }

    /**
     * @param isOutage whether a failure is one of the provider, and not of a single message
     */
    public CircuitBreaker breaker(String channel, Predicate<Throwable> isOutage) {
        return CircuitBreaker.of(
                channel,
                CircuitBreakerConfig.custom()
                        .recordException(isOutage)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
    }
}
