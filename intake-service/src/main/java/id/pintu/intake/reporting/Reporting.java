package id.pintu.intake.reporting;

import id.pintu.events.ComplaintId;
import java.util.Optional;

/**
 * What intake knows of a complaint.
 *
 * @param phase how far it is
 * @param partOf the complaint this one is a part of: its reporter's key opens this one too
 * @param secondLook whether the reporter contested that it was archived, which can be done once
 * @param ombudsman whether it may be handed on to the Ombudsman
 * @param fingerprint of the report as it stands in the ledger; tells a repeat from a misused Idempotency-Key
 */
public record Reporting(
        Phase phase, Optional<ComplaintId> partOf, boolean secondLook, Ombudsman ombudsman, String fingerprint) {

    static final Reporting UNKNOWN = new Reporting(Phase.UNKNOWN, Optional.empty(), false, Ombudsman.NOT_YET, "");

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

    /** How far the question is whether the Ombudsman should have it. Only ever onward. */
    public enum Ombudsman {
        NOT_YET,
        /** The overall limit has passed: the reporter may agree. */
        ASKED,
        AGREED
    }

    Reporting in(Phase next) {
        return new Reporting(next, partOf, secondLook, ombudsman, fingerprint);
    }

    Reporting ombudsman(Ombudsman next) {
        return new Reporting(phase, partOf, secondLook, ombudsman.compareTo(next) < 0 ? next : ombudsman, fingerprint);
    }

    Reporting archived() {
        return in(secondLook || phase == Phase.ENDED ? Phase.ENDED : Phase.ARCHIVED);
    }

    Reporting contested() {
        boolean again = secondLook || phase == Phase.ARCHIVED;
        return new Reporting(phase == Phase.ENDED ? Phase.ENDED : Phase.OPEN, partOf, again, ombudsman, fingerprint);
    }
}
