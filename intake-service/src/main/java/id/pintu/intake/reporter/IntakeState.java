package id.pintu.intake.reporter;

import id.pintu.events.ComplaintId;
import java.util.Optional;

/**
 * What intake knows of a complaint.
 *
 * @param phase how far it is
 * @param partOf the complaint this one is a part of: its reporter's key opens this one too
 * @param archiveContested whether the reporter contested that it was archived, which can be done once
 * @param ombudsman whether it may be handed on to the Ombudsman
 * @param fingerprint of the report as it stands in the ledger; tells a repeat from a misused Idempotency-Key
 */
public record IntakeState(
        ComplaintPhase phase,
        Optional<ComplaintId> partOf,
        boolean archiveContested,
        OmbudsmanConsentStatus ombudsman,
        String fingerprint) {

    static final IntakeState UNKNOWN =
            new IntakeState(ComplaintPhase.UNKNOWN, Optional.empty(), false, OmbudsmanConsentStatus.NOT_YET, "");

    /** What is open to the reporter. */
    public enum ComplaintPhase {
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
    public enum OmbudsmanConsentStatus {
        NOT_YET,
        /** The overall limit has passed: the reporter may agree. */
        ASKED,
        AGREED
    }

    IntakeState in(ComplaintPhase next) {
        return new IntakeState(next, partOf, archiveContested, ombudsman, fingerprint);
    }

    IntakeState ombudsman(OmbudsmanConsentStatus next) {
        return new IntakeState(
                phase, partOf, archiveContested, ombudsman.compareTo(next) < 0 ? next : ombudsman, fingerprint);
    }

    IntakeState archived() {
        return in(archiveContested || phase == ComplaintPhase.ENDED ? ComplaintPhase.ENDED : ComplaintPhase.ARCHIVED);
    }

    IntakeState contested() {
        boolean again = archiveContested || phase == ComplaintPhase.ARCHIVED;
        return new IntakeState(
                phase == ComplaintPhase.ENDED ? ComplaintPhase.ENDED : ComplaintPhase.OPEN,
                partOf,
                again,
                ombudsman,
                fingerprint);
    }
}
