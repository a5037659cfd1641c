package id.pintu.routing.webhooks;

import java.time.Duration;
import java.util.Optional;

/** Outcome of an attempt to deliver a record. */
sealed interface WebhookOutcome {

    /** The receiver answered 2xx. */
    record Delivered() implements WebhookOutcome {}

    /**
     * @param cause for the institution's people, without anything that the receiver wrote
     * @param isFinal whether no other attempt makes sense: the receiver answered 410, or its address may not be called
     * @param retryAfter how long the receiver asked to wait, at most a day
     */
    record Failed(String cause, boolean isFinal, Optional<Duration> retryAfter) implements WebhookOutcome {

        static Failed temporary(String cause) {
            return new Failed(cause, false, Optional.empty());
        }

        static Failed permanent(String cause) {
            return new Failed(cause, true, Optional.empty());
        }
    }
}
