package id.pintu.notification.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How couriers bear an outage.
 *
 * @param connections how many deliveries one channel makes at once
 * @param firstRetry after this long a failed delivery is tried again; then after twice as long, and so on
 * @param lastRetry but never after longer than this
 * @param pause how long a channel that mostly fails is left alone
 */
public record DeliveryRetryPolicy(int connections, Duration firstRetry, Duration lastRetry, Duration pause) {

    /** With some chance in it, so that what failed together does not come back together. */
    IntervalFunction intervals() {
        return IntervalFunction.ofExponentialRandomBackoff(firstRetry.toMillis(), 2, 0.2, lastRetry.toMillis());
    }

    CircuitBreaker breaker(String channel) {
        return CircuitBreaker.of(
                channel,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
    }
}
