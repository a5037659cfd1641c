package id.pintu.notification.mongo;

import id.pintu.notification.notice.Delivery;
import java.time.Instant;
import java.util.UUID;

/** Who may deliver a notice. */
public sealed interface Claim {

    /** Whoever asked, from now on, and nobody else for the length of the lease. */
    record Mine(UUID about, Instant since) implements Claim {}

    /** Somebody else; ask again later. */
    record Elsewhere() implements Claim {}

    /** It was delivered or given up by one who did not live to tell the ledger: whoever asked is to tell it. */
    record Untold(Delivery delivery) implements Claim {}

    /** Nobody need do anything: the ledger knows, or a person will deliver it. */
    record Done() implements Claim {}
}
