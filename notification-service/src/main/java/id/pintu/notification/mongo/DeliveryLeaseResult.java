package id.pintu.notification.mongo;

import id.pintu.notification.notice.DeliveryResult;
import java.time.Instant;
import java.util.UUID;

/** Who may deliver a notice. */
public sealed interface DeliveryLeaseResult {

    /** Whoever asked, from now on, and nobody else for the length of the lease. */
    record Acquired(UUID about, Instant since) implements DeliveryLeaseResult {}

    /** Somebody else; ask again later. */
    record HeldElsewhere() implements DeliveryLeaseResult {}

    /** It was delivered or given up by one who did not live to tell the ledger: whoever asked is to tell it. */
    record Unpublished(DeliveryResult result) implements DeliveryLeaseResult {}

    /** Nobody need do anything: the ledger knows, or a person will deliver it. */
    record Completed() implements DeliveryLeaseResult {}
}
