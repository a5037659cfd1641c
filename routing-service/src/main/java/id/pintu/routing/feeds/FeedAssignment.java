package id.pintu.routing.feeds;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.events.WireJsonMapper;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.InstitutionAct;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Record of an agency feed: one complaint the institution is now responsible for, in full, without its reporter.
 *
 * @param id id of the complaint-routed event, so that a repeated record can be recognised
 * @param assignedAt when the institution became responsible
 * @param assignment 1 for the first institution, 2 after one transfer, …
 * @param explanation the reason in sentences for officers
 * @param allowedActs what the institution may do next, as in the addresses of the actions, such as {@code verify}
 */
public record FeedAssignment(
        UUID id,
        ComplaintId complaintId,
        Instant assignedAt,
        String institution,
        Optional<String> unit,
        int assignment,
        RoutingReason reason,
        Instant submittedAt,
        SubmittedReport report,
        BilingualText explanation,
        List<String> allowedActs) {

    public FeedAssignment {
        allowedActs = List.copyOf(allowedActs);
    }

    /** CloudEvents type, without the prefix. */
    public static final String WIRE_NAME = "assignment";

    public static FeedAssignment of(ComplaintRouted routed, HandlingState state) {
        return new FeedAssignment(
                routed.id(),
                routed.complaintId(),
                routed.at(),
                routed.institution().code(),
                routed.unit(),
                routed.assignment(),
                routed.reason(),
                state.submittedAt().orElseThrow(),
                state.report().orElseThrow(),
                OfficerExplanationWriter.of(routed.reason()),
                InstitutionAct.openFor(state, routed.institution().code()));
    }

    public byte[] json() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }
}
