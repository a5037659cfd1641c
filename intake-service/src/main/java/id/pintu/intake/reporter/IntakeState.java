package id.pintu.intake.reporter;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReportAttachment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Immutable state of one complaint in intake-service: what decides which commands its reporter may send.
 *
 * @param origin how the complaint began; never changes
 * @param phase its phase, as far as the reporter's actions depend on it
 * @param archiveContested whether the reporter contested the archiving, which is possible once
 * @param ombudsman whether it may be handed on to the Ombudsman
 * @param acts the reporter's acts on the latest day with one
 */
public record IntakeState(
        ComplaintOrigin origin,
        ComplaintPhase phase,
        boolean archiveContested,
        OmbudsmanConsentStatus ombudsman,
        DailyActCount acts) {

    static final IntakeState UNKNOWN = new IntakeState(
            new ComplaintOrigin(Optional.empty(), "", Optional.empty()),
            ComplaintPhase.UNKNOWN,
            false,
            OmbudsmanConsentStatus.NOT_YET,
            DailyActCount.none(RegionTimeZone.of(Optional.empty())));

    /**
     * How a complaint began: by a submission, or as a part of another complaint.
     *
     * @param partOf the complaint this one is a part of; that one's reporter key is valid for this one too
     * @param fingerprint of the report in the ledger; tells a repeated submission from a reused Idempotency-Key
     * @param attachments of the report; absent without any
     */
    public record ComplaintOrigin(
            Optional<ComplaintId> partOf, String fingerprint, Optional<List<ReportAttachment>> attachments) {}

    /** Phase of a complaint; decides which commands are allowed. */
    public enum ComplaintPhase {
        UNKNOWN,
        OPEN,
        ANSWERED,
        /** Closed because the reporter did not react to the answer. */
        CLOSED,
        /** Archived by the desk; the reporter may contest that once. */
        ARCHIVED,
        ENDED
    }

    /** Status of the reporter's consent to the Ombudsman; only ever advances. */
    public enum OmbudsmanConsentStatus {
        NOT_YET,
        /** The overall limit has passed: the reporter may consent. */
        ASKED,
        AGREED
    }

    static IntakeState open(ComplaintOrigin origin, ZoneId zone) {
        return new IntakeState(
                origin, ComplaintPhase.OPEN, false, OmbudsmanConsentStatus.NOT_YET, DailyActCount.none(zone));
    }

    IntakeState withPhase(ComplaintPhase next) {
        return new IntakeState(origin, next, archiveContested, ombudsman, acts);
    }

    IntakeState withOmbudsman(OmbudsmanConsentStatus next) {
        return new IntakeState(origin, phase, archiveContested, ombudsman.compareTo(next) < 0 ? next : ombudsman, acts);
    }

    IntakeState archived() {
        return withPhase(
                archiveContested || phase == ComplaintPhase.ENDED ? ComplaintPhase.ENDED : ComplaintPhase.ARCHIVED);
    }

    IntakeState contested() {
        return new IntakeState(
                origin,
                phase == ComplaintPhase.ENDED ? ComplaintPhase.ENDED : ComplaintPhase.OPEN,
                archiveContested || phase == ComplaintPhase.ARCHIVED,
                ombudsman,
                acts);
    }

    IntakeState withReply(Instant at) {
        return new IntakeState(origin, phase, archiveContested, ombudsman, acts.plusReply(at));
    }

    IntakeState withOtherAct(Instant at) {
        return new IntakeState(origin, phase, archiveContested, ombudsman, acts.plusOther(at));
    }
}
