package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ArchiveReasonCode;
import id.pintu.events.RoutingEvent.DuplicateType;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.ComplaintCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sealed family of handling commands: from institutions, from the national desk, and between complaints. */
public sealed interface HandlingCommand extends ComplaintCommand {

    /** Command of the responsible institution. */
    sealed interface InstitutionCommand extends HandlingCommand {

        /** Code of the institution that sends it. */
        String institution();
    }

    record Verify(UUID id, ComplaintId complaintId, String institution) implements InstitutionCommand {}

    record AssignUnit(UUID id, ComplaintId complaintId, String institution, String unit)
            implements InstitutionCommand {}

    /**
     * @param account opaque id of the account of the officer who gets it; empty when nobody has it any more
     */
    record AssignPerson(UUID id, ComplaintId complaintId, String institution, Optional<String> account)
            implements InstitutionCommand {}

    /** A note for officers of the institution and the national desk. */
    record AddNote(UUID id, ComplaintId complaintId, String institution, String text) implements InstitutionCommand {}

    /** Asks for more time for the follow-up. */
    record RequestExtension(UUID id, ComplaintId complaintId, String institution, String reason)
            implements InstitutionCommand {}

    record Ask(UUID id, ComplaintId complaintId, String institution, String question) implements InstitutionCommand {}

    record FollowUp(UUID id, ComplaintId complaintId, String institution, String text) implements InstitutionCommand {}

    record Resolve(UUID id, ComplaintId complaintId, String institution, String answer) implements InstitutionCommand {}

    /**
     * "Bukan wewenang": the institution is not responsible.
     *
     * @param suggested code of the institution it suggests
     */
    record Return(UUID id, ComplaintId complaintId, String institution, String reason, Optional<String> suggested)
            implements InstitutionCommand {}

    /** Command of the national desk. */
    sealed interface DeskCommand extends HandlingCommand {}

    /**
     * Assignment by the desk (disposisi).
     *
     * @param institution code of the responsible institution
     * @param also codes of the institutions that are responsible for a part of it
     */
    record Dispose(UUID id, ComplaintId complaintId, String institution, List<String> also) implements DeskCommand {
        public Dispose {
            also = List.copyOf(also);
        }
    }

    /** Ruling of the desk's arbiter in a dispute between institutions. */
    record Rule(UUID id, ComplaintId complaintId, String institution, String grounds) implements DeskCommand {}

    record Archive(UUID id, ComplaintId complaintId, ArchiveReasonCode ground, String reason) implements DeskCommand {}

    /**
     * The complaint is of another kind than its reporter chose, so its deadlines change.
     *
     * @param institution code of the responsible institution that sends it; absent for the desk
     * @param reason why; the reporter may read it
     */
    record Reclassify(UUID id, ComplaintId complaintId, Optional<String> institution, ComplaintKind kind, String reason)
            implements HandlingCommand {}

    /** A report repeats an earlier one; emitted by routing-service itself, not accepted over HTTP. */
    record Link(UUID id, ComplaintId complaintId, ComplaintId of, DuplicateType likeness) implements HandlingCommand {}

    /** A part of a split complaint is opened; emitted by routing-service itself, not accepted over HTTP. */
    record OpenPart(
            UUID id,
            ComplaintId complaintId,
            ComplaintId partOf,
            InstitutionRef institution,
            String about,
            Instant submittedAt,
            SubmittedReport report)
            implements HandlingCommand {}
}
