package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.house.ledger.Command;
import java.util.Optional;
import java.util.UUID;

/** What an institution or the national desk can ask. */
public sealed interface HandlingCommand extends Command {

    /** What the responsible institution can ask. */
    sealed interface ByInstitution extends HandlingCommand {

        /** Code of the institution that asks. */
        String institution();
    }

    record Verify(UUID id, ComplaintId complaintId, String institution) implements ByInstitution {}

    record AssignUnit(UUID id, ComplaintId complaintId, String institution, String unit) implements ByInstitution {}

    record Ask(UUID id, ComplaintId complaintId, String institution, String question) implements ByInstitution {}

    record FollowUp(UUID id, ComplaintId complaintId, String institution, String text) implements ByInstitution {}

    record Resolve(UUID id, ComplaintId complaintId, String institution, String answer) implements ByInstitution {}

    /**
     * "Bukan wewenang".
     *
     * @param suggested code of the institution it thinks is right
     */
    record Return(UUID id, ComplaintId complaintId, String institution, String reason, Optional<String> suggested)
            implements ByInstitution {}

    /** What the national desk can ask. */
    sealed interface ByDesk extends HandlingCommand {}

    record Dispose(UUID id, ComplaintId complaintId, String institution) implements ByDesk {}

    record Archive(UUID id, ComplaintId complaintId, String reason) implements ByDesk {}
}
