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

/** What an institution or the national desk can ask, and what one complaint's handling asks of another's. */
public sealed interface HandlingCommand extends ComplaintCommand {

    /** What the responsible institution can ask. */
    sealed interface InstitutionCommand extends HandlingCommand {

        /** Code of the institution that asks. */
        String institution();
    }

    record Verify(UUID id, ComplaintId complaintId, String institution) implements InstitutionCommand {}

    record AssignUnit(UUID id, ComplaintId complaintId, String institution, String unit)
            implements InstitutionCommand {}

    record Ask(UUID id, ComplaintId complaintId, String institution, String question) implements InstitutionCommand {}

    record FollowUp(UUID id, ComplaintId complaintId, String institution, String text) implements InstitutionCommand {}

    record Resolve(UUID id, ComplaintId complaintId, String institution, String answer) implements InstitutionCommand {}

    /**
     * "Bukan wewenang".
     *
     * @param suggested code of the institution it thinks is right
     */
    record Return(UUID id, ComplaintId complaintId, String institution, String reason, Optional<String> suggested)
            implements InstitutionCommand {}

    /** What the national desk can ask. */
    sealed interface DeskCommand extends HandlingCommand {}

    /**
     * @param institution code of the one that is responsible
     * @param also codes of those that are responsible for a part of it
     */
    record Dispose(UUID id, ComplaintId complaintId, String institution, List<String> also) implements DeskCommand {
        public Dispose {
            also = List.copyOf(also);
        }
    }

    /** What the desk's arbiter decides when institutions do not agree. */
    record Rule(UUID id, ComplaintId complaintId, String institution, String grounds) implements DeskCommand {}

    record Archive(UUID id, ComplaintId complaintId, ArchiveReasonCode ground, String reason) implements DeskCommand {}

    /**
     * The complaint is of another kind than its reporter chose, and its limit another one.
     *
     * @param institution code of the responsible one that asks; absent when the desk does
     * @param reason in words its reporter may read
     */
    record Reclassify(UUID id, ComplaintId complaintId, Optional<String> institution, ComplaintKind kind, String reason)
            implements HandlingCommand {}

    /** What follows when a report was seen to tell of the same thing as an earlier one; nobody outside can ask it. */
    record Link(UUID id, ComplaintId complaintId, ComplaintId of, DuplicateType likeness) implements HandlingCommand {}

    /** What follows in a part's own line when a complaint is split; nobody outside can ask it. */
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
