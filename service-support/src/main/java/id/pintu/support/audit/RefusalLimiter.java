package id.pintu.support.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Limiter of the entries about refused attempts, so that a flood of them cannot fill the log: so many a minute from one
 * client address, by one caller, and in all. What is left out is counted.
 */
final class RefusalLimiter {

    private static final int PER_ADDRESS = 10;
    private static final int PER_CALLER = 60;
    private static final int IN_ALL = 300;
    private static final int MAX_BUCKETS = 100_000;

    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(2)) // by then every bucket is full again
            .build();
    private final Bucket all;
    private final AtomicLong leftOut = new AtomicLong();

    RefusalLimiter(TimeMeter time) {
        this.time = time;
        this.all = bucket(IN_ALL);
    }

    /**
     * Counts a refused attempt.
     *
     * @param caller account, if the key or session was valid
     * @param address of the client
     * @return whether it gets an entry of its own
     */
    boolean admits(Optional<String> caller, String address) {
        Bucket own = caller.map(account -> buckets.get("caller/" + account, any -> bucket(PER_CALLER)))
                .orElseGet(() -> buckets.get("address/" + address, any -> bucket(PER_ADDRESS)));
        boolean admitted = own.tryConsume(1) && all.tryConsume(1);
        if (!admitted) {
            leftOut.incrementAndGet();
        }
        return admitted;
    }

    /** How many were left out since the last call. */
    long takeLeftOut() {
        return leftOut.getAndSet(0);
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth -> bandwidth.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
