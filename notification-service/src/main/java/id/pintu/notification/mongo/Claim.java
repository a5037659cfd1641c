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

    /** Nobody: it was delivered or given up, but perhaps the ledger was not told. */
    record Settled(Delivery delivery) implements Claim {}

    /** Nobody: the ledger knows how it ended. */
    record Told() implements Claim {}
}
