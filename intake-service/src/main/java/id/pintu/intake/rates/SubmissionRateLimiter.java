package id.pintu.intake.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pintu.events.ReporterContact;
import id.pintu.support.http.ProblemException;
import id.pintu.support.keys.ChannelCredential;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Limiter of submissions by source, by contact and by key: one token bucket for each, refilled continuously, in memory. An
 * instance limits what it gets itself, so two instances permit twice as much.
 */
public final class SubmissionRateLimiter {

    private final SubmissionRateLimits limits;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    public SubmissionRateLimiter(SubmissionRateLimits limits, TimeMeter time) {
        this.limits = limits;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(limits.trackedSenders())
                .expireAfterAccess(Duration.ofHours(2)) // by then every bucket is full again
                .build();
    }

    /**
     * Counts one submission, or one change of a contact.
     *
     * @param client address it came from
     * @throws ProblemException 429 with {@code Retry-After} when it is one too many
     */
    public void count(Optional<ChannelCredential> credential, ClientAddress client, ReporterContact contact) {
        Optional<ChannelCredential> quota = credential.filter(key -> !key.forwardsClients());
        if (quota.isPresent()) {
            if (quota.get().builtIn()) {
                return; // the command line of the operator
            }
            int perMinute = quota.get().requestsPerMinute().orElse(limits.keyPerMinute());
            consume("key/" + quota.get().name(), perMinute, Duration.ofMinutes(1), "with this key");
        } else {
            consume("source/" + client.network(), limits.sourcePerMinute(), Duration.ofMinutes(1), "from your network");
        }
        Stream.of(contact.email(), contact.phone())
                .flatMap(Optional::stream)
                .forEach(address -> consume(
                        "contact/" + address, limits.contactPerHour(), Duration.ofHours(1), "naming this contact"));
    }

    /**
     * Counts one upload of a file.
     *
     * @throws ProblemException 429 with {@code Retry-After} when it is one too many
     */
    public void countUpload(Optional<ChannelCredential> credential, ClientAddress client) {
        Optional<ChannelCredential> quota = credential.filter(key -> !key.forwardsClients());
        if (quota.isPresent()) {
            count(quota, client, ReporterContact.NONE);
        } else {
            consume(
                    "upload/" + client.network(),
                    limits.uploadsPerMinute(),
                    Duration.ofMinutes(1),
                    "from your network");
        }
    }

    private void consume(String key, int limit, Duration period, String whose) {
        if (limit == 0) {
            return;
        }
        ConsumptionProbe probe =
                buckets.get(key + "/" + limit, any -> bucket(limit, period)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(whose, probe.getNanosToWaitForRefill());
        }
    }

    private Bucket bucket(int limit, Duration period) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, period))
                .build();
    }

    private static ProblemException tooMany(String whose, long nanosToWait) {
        ProblemException problem = ProblemException.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests " + whose
                        + "; this one was not accepted. Send it again after the time in Retry-After.");
        problem.getHeaders()
                .set(HttpHeaders.RETRY_AFTER, String.valueOf(TimeUnit.NANOSECONDS.toSeconds(nanosToWait) + 1));
        return problem;
    }
}
