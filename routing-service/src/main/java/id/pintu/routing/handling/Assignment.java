package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.WireJson;
import id.pintu.house.telling.OfficerWords;
import id.pintu.house.telling.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an institution finds in its feed: one complaint it is now responsible for, whole, without its reporter.
 *
 * @param id of the complaint-routed event; the same for the same assignment, for ever
 * @param assignedAt when it became this institution's
 * @param assignment 1 when it is the first institution, 2 after one transfer, …
 * @param explanation the reason in sentences for officers; absent in records from before there was one
 */
public record Assignment(
        UUID id,
        ComplaintId complaintId,
        Instant assignedAt,
        String institution,
        Optional<String> unit,
        int assignment,
        Reason reason,
        Optional<Instant> submittedAt,
        Optional<Report> report,
        Optional<Words> explanation) {

    /** Its CloudEvents type, after the prefix. */
    public static final String WIRE_NAME = "assignment";

    public static Assignment of(ComplaintRouted routed, Handling state) {
        return new Assignment(
                routed.id(),
                routed.complaintId(),
                routed.at(),
                routed.institution().code(),
                routed.unit(),
                routed.assignment(),
                routed.reason(),
                state.submittedAt(),
                state.report(),
                Optional.of(OfficerWords.of(routed.reason())));
    }

    public byte[] json() {
        return WireJson.MAPPER.writeValueAsBytes(this);
    }
}
