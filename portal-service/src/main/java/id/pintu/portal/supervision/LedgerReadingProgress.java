package id.pintu.portal.supervision;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the table of facts has read the ledger.
 *
 * @param asOf the latest time at which it had read all there was; empty while it reads for the first time
 * @param percent how much of what there was at the start it has read, 0 to 100
 */
public record LedgerReadingProgress(Optional<Instant> asOf, int percent) {

    /** Before the first record. */
    public static final LedgerReadingProgress NONE = new LedgerReadingProgress(Optional.empty(), 0);
}
