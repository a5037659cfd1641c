package id.pintu.routing.webhooks;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an endpoint's deliveries are, as the topic {@code webhooks} has it.
 *
 * @param revision of the endpoint that it is about
 * @param position of the feed's next record
 * @param deliveredAt when a record was last delivered
 * @param failure of the next record; empty when its first attempt is still to come
 */
public record WebhookProgress(
        int revision, long position, Optional<Instant> deliveredAt, Optional<WebhookFailure> failure) {

    /**
     * Failed attempts at one record.
     *
     * @param cause for the institution's people, such as {@code answered 500}
     * @param attempts so far
     * @param nextAttempt absent when it is parked: no more attempts are made until somebody asks for a replay
     */
    public record WebhookFailure(Instant since, String cause, int attempts, Optional<Instant> nextAttempt) {}

    /** The progress of an endpoint: the stored one, or its start if it has been changed since. */
    static WebhookProgress of(WebhookEndpoint endpoint, Optional<WebhookProgress> stored) {
        return stored.filter(progress -> progress.revision == endpoint.revision())
                .orElseGet(() -> new WebhookProgress(
                        endpoint.revision(),
                        endpoint.start(),
                        stored.flatMap(WebhookProgress::deliveredAt),
                        Optional.empty()));
    }

    WebhookProgress deliveredUpTo(long next, Instant now) {
        return new WebhookProgress(revision, next, Optional.of(now), Optional.empty());
    }

    /** A failed attempt, which is repeated after the schedule's pause, or parked when that is at its end. */
    WebhookProgress failed(WebhookOutcome.Failed outcome, Instant now) {
        int attempts = failure.map(WebhookFailure::attempts).orElse(0) + 1;
        Instant since = failure.map(WebhookFailure::since).orElse(now);
        Optional<Instant> next = outcome.isFinal()
                ? Optional.empty()
                : WebhookRetrySchedule.pauseAfter(attempts)
                        .map(pause -> now.plus(outcome.retryAfter()
                                .filter(asked -> asked.compareTo(pause) > 0)
                                .orElse(pause)));
        return new WebhookProgress(
                revision,
                position,
                deliveredAt,
                Optional.of(new WebhookFailure(since, outcome.cause(), attempts, next)));
    }

    boolean isParked() {
        return failure.filter(each -> each.nextAttempt().isEmpty()).isPresent();
    }
}
