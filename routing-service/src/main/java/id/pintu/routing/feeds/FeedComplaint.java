package id.pintu.routing.feeds;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.handling.InstitutionAct;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A complaint as a feed's record has it, after the event that the record is about: enough to work on it without asking for
 * more, and without its reporter.
 *
 * @param institution code of the responsible institution; absent while the national desk is responsible
 * @param reason why it is where it is
 * @param explanation the reason in sentences for officers
 * @param deadlines that run now, the next first
 * @param allowedActs what the responsible institution may do next, as in the addresses of the actions, such as {@code resolve}
 */
public record FeedComplaint(
        ComplaintId id,
        HandlingPhase phase,
        Optional<Instant> submittedAt,
        Optional<SubmittedReport> report,
        Optional<String> institution,
        Optional<String> unit,
        int assignment,
        Optional<RoutingReason> reason,
        Optional<BilingualText> explanation,
        List<FeedDeadline> deadlines,
        List<String> allowedActs) {

    public FeedComplaint {
        allowedActs = List.copyOf(allowedActs);
        deadlines = List.copyOf(deadlines);
    }

    /**
     * A running deadline.
     *
     * @param dueAt last instant that is in time
     * @param explanation what it was calculated from, in a sentence
     */
    public record FeedDeadline(SlaClockType clock, String policy, Instant dueAt, BilingualText explanation) {}

    public static FeedComplaint of(ComplaintId id, HandlingState state) {
        return new FeedComplaint(
                id,
                state.phase(),
                state.submittedAt(),
                state.report(),
                state.responsible().map(institution -> institution.code()),
                state.unit(),
                state.assignments(),
                state.reason(),
                state.reason().map(OfficerExplanationWriter::of),
                state.deadlines().running().stream()
                        .map(deadline -> new FeedDeadline(
                                deadline.clock(),
                                deadline.policy(),
                                deadline.dueAt(),
                                DeadlineExplanationWriter.of(deadline)))
                        .toList(),
                state.responsible()
                        .map(institution -> InstitutionAct.openFor(state, institution.code()))
                        .orElse(List.of()));
    }
}
