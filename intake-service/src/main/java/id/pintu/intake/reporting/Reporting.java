package id.pintu.intake.reporting;

import id.pintu.events.ComplaintId;
import java.util.Optional;

/**
 * What intake knows of a complaint.
 *
 * @param phase how far it is
 * @param partOf the complaint this one is a part of: its reporter's key opens this one too
 * @param secondLook whether the reporter contested that it was archived, which can be done once
 * @param fingerprint of the report as it stands in the ledger; tells a repeat from a misused Idempotency-Key
 */
public record Reporting(Phase phase, Optional<ComplaintId> partOf, boolean secondLook, String fingerprint) {

    static final Reporting UNKNOWN = new Reporting(Phase.UNKNOWN, Optional.empty(), false, "");

    /** What is open to the reporter. */
    public enum Phase {
        UNKNOWN,
        OPEN,
        ANSWERED,
        /** The reporter stayed silent after the answer. */
        CLOSED,
        /** Laid aside by the desk; the reporter may contest that once. */
        ARCHIVED,
        ENDED
    }

    Reporting in(Phase next) {
        return new Reporting(next, partOf, secondLook, fingerprint);
    }

    Reporting archived() {
        return in(secondLook || phase == Phase.ENDED ? Phase.ENDED : Phase.ARCHIVED);
    }

    Reporting contested() {
        boolean again = secondLook || phase == Phase.ARCHIVED;
        return new Reporting(phase == Phase.ENDED ? Phase.ENDED : Phase.OPEN, partOf, again, fingerprint);
    }
}
