package id.pintu.routing.mongo;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReportAttachment;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.PastDecision;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.OfficerExplanationWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * View of one complaint in a queue of the national desk.
 *
 * @param since when it was submitted, ISO-8601
 * @param dispute why the arbiter has to rule; empty without a dispute
 * @param refusals the refusals of institutions that returned it, in order
 * @param choices the likely institutions, the most likely first
 * @param explanation why it was not assigned without the desk
 * @param decisions earlier decisions of accounts about who is responsible, oldest first
 * @param incident the incident it reports, when other waiting complaints report it too
 * @param attachments of the report, addressed by their place from 1
 */
public record WaitingComplaint(
        String complaintId,
        String since,
        String title,
        String text,
        String dispute,
        List<RefusalView> refusals,
        List<InstitutionLikelihood> choices,
        BilingualText explanation,
        List<PastDecision> decisions,
        Optional<IncidentGroups.QueueIncidentView> incident,
        List<ReportAttachment> attachments) {

    private static final BilingualText NO_EXPLANATION = new BilingualText("", "");

    /**
     * View of an institution's refusal.
     *
     * @param reason as the institution wrote it
     * @param suggested code of the institution it suggests
     */
    record RefusalView(String institution, String name, String reason, Optional<String> suggested) {}

    /**
     * @param nameOf name of an institution, by code
     */
    static WaitingComplaint of(
            ComplaintId id,
            HandlingState state,
            UnaryOperator<String> nameOf,
            Optional<IncidentGroups.QueueIncidentView> incident) {
        return new WaitingComplaint(
                id.value(),
                since(state),
                state.report().map(SubmittedReport::title).orElse(""),
                state.report().map(SubmittedReport::text).orElse(""),
                state.quarrel().dispute().map(DisputeCause::name).orElse(""),
                state.quarrel().refusals().stream()
                        .map(each -> new RefusalView(
                                each.institution(), nameOf.apply(each.institution()), each.reason(), each.suggested()))
                        .toList(),
                choices(state),
                state.reason().map(OfficerExplanationWriter::of).orElse(NO_EXPLANATION),
                state.quarrel().decisions(),
                incident,
                attachments(state));
    }

    /**
     * A complaint that is listed only because a step of it failed.
     *
     * @param failedAt ISO-8601; its turn when the report is not known
     */
    static WaitingComplaint failed(ComplaintId id, HandlingState state, BilingualText explanation, String failedAt) {
        return new WaitingComplaint(
                id.value(),
                state.submittedAt().map(Instant::toString).orElse(failedAt),
                state.report().map(SubmittedReport::title).orElse(""),
                state.report().map(SubmittedReport::text).orElse(""),
                "",
                List.of(),
                List.of(),
                explanation,
                state.quarrel().decisions(),
                Optional.empty(),
                attachments(state));
    }

    private static List<ReportAttachment> attachments(HandlingState state) {
        return state.report().flatMap(SubmittedReport::attachments).orElse(List.of());
    }

    WaitingComplaint withExplanation(BilingualText other) {
        return new WaitingComplaint(
                complaintId, since, title, text, dispute, refusals, choices, other, decisions, incident, attachments);
    }

    static List<InstitutionLikelihood> choices(HandlingState state) {
        return state.reason()
                .flatMap(RoutingReason::assessment)
                .map(RoutingAssessment::choices)
                .orElse(List.of());
    }

    /** Sort key within the queue: many complaints may have the same time of submission, so the id is part of it. */
    public String cursor() {
        return cursor(since, complaintId);
    }

    static String cursor(ComplaintId id, HandlingState state) {
        return cursor(since(state), id.value());
    }

    private static String cursor(String since, String complaintId) {
        return since + "/" + complaintId;
    }

    private static String since(HandlingState state) {
        return state.submittedAt().map(Instant::toString).orElse("");
    }
}
