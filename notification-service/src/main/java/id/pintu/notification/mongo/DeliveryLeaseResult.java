package id.pintu.notification.mongo;

import id.pintu.notification.notice.DeliveryOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Result of an attempt to acquire the lease of a notice. */
public sealed interface DeliveryLeaseResult {

    /**
     * The caller may deliver the notice; no other worker may until the lease expires.
     *
     * @param refused what another channel answered, if that could not deliver it by hand
     */
    record Acquired(UUID about, Instant since, Optional<DeliveryOutcome> refused) implements DeliveryLeaseResult {}

    /** Another worker holds the lease; try again later. */
    record HeldElsewhere() implements DeliveryLeaseResult {}

    /** It was delivered or abandoned, but the holder died before publishing that: the caller must publish the result. */
    record Unpublished(DeliveryOutcome outcome) implements DeliveryLeaseResult {}

    /** Nothing is left to do: the result is in the ledger, or the message awaits manual delivery. */
    record Completed() implements DeliveryLeaseResult {}
}
