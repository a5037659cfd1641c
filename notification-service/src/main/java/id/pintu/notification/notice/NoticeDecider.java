package id.pintu.notification.notice;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.NoteAdded;
import id.pintu.events.HandlingEvent.OfficerAssigned;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.RoutingEvent.RepeatFound;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.processing.ComplaintDecider;
import id.pintu.support.explanations.BilingualText;
import id.pintu.support.explanations.CitizenExplanationWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stateless decider of notices: folds the events a reporter is notified of into pending notices.
 *
 * <p>It emits no events. The delivery workers publish the outcome of each notice to the ledger, and consuming that
 * concludes the notice here.
 */
public final class NoticeDecider implements ComplaintDecider<NoticeState> {

    private static final Set<Class<? extends ComplaintEvent>> CONSUMED_EVENTS = Set.of(
            ComplaintSubmitted.class,
            ComplaintHeldForDesk.class,
            ComplaintRouted.class,
            PartOpened.class,
            ComplaintArchived.class,
            ClarificationAsked.class,
            FollowUpPosted.class,
            ComplaintResolved.class,
            DeadlineSet.class,
            DeadlineMissed.class,
            ComplaintClosed.class,
            ReporterNotified.class,
            NotificationAbandoned.class);

    @Override
    public NoticeState initial() {
        return NoticeState.NONE;
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return CONSUMED_EVENTS.contains(type);
    }

    @Override
    public List<ComplaintEvent> react(NoticeState state, ComplaintEvent event, Instant now) {
        return List.of();
    }

    @Override
    public NoticeState evolve(NoticeState state, ComplaintEvent event) {
        return switch (event) {
            case IntakeEvent intake -> afterIntake(state, intake);
            case RoutingEvent routing -> afterRouting(state, routing);
            case HandlingEvent handling -> afterHandling(state, handling);
            case SlaEvent sla -> afterSla(state, sla);
            case NotificationEvent notification -> afterNotification(state, notification);
            case UnrecognisedEvent unknown -> state;
        };
    }

    private static NoticeState afterNotification(NoticeState state, NotificationEvent event) {
        NoticeState concluded = state.withConcluded(event.about());
        return switch (event) {
            // By a contact given after the report: from now on no notice is left out.
            case ReporterNotified notified ->
                concluded.withContext(context -> context.withReachableByIfNone(notified.channel()));
            case NotificationAbandoned abandoned -> concluded;
        };
    }

    private static NoticeState afterIntake(NoticeState state, IntakeEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted ->
                state.withContext(context -> context.withReachableBy(
                                submitted.report().privacy().reachableBy()))
                        .withPending(submitted, NoticeType.SUBMITTED, Map.of());
            // Reporters are not notified of their own actions.
            case ComplaintReplied replied -> state;
            case ComplaintWithdrawn withdrawn -> state;
            case ComplaintContested contested -> state;
            case ComplaintRated rated -> state;
            case OmbudsmanConsentGiven given -> state;
        };
    }

    private static NoticeState afterRouting(NoticeState state, RoutingEvent event) {
        return switch (event) {
            case ComplaintHeldForDesk held ->
                state.withContext(context -> context.withResponsible(Optional.empty()))
                        .withPending(
                                held, NoticeType.HELD_FOR_DESK, explanationFacts(CitizenExplanationWriter.of(held)));
            case ComplaintRouted routed ->
                state.withContext(context -> context.withResponsible(
                                Optional.of(routed.institution().name())))
                        .withPending(routed, NoticeType.ROUTED, explanationFacts(CitizenExplanationWriter.of(routed)));
            case ComplaintArchived archived ->
                state.withPending(
                                archived, noticeTypeOf(archived, state.context()), Map.of("reason", archived.reason()))
                        .withContext(context -> context.withArchivedBy(archived.id()));
            case PartOpened opened ->
                state.withContext(context -> context.withReachableBy(
                                opened.report().privacy().reachableBy())
                        .withPartOf(opened.partOf()));
            // Each part is a complaint with its own notices.
            case ComplaintSplit split -> state;
            case RulingGiven ruling -> state;
            case RepeatFound repeat -> state;
            // The routing or hold that follows has its own notice.
            case ComplaintReturned returned -> state;
            case ComplaintTransferred transferred -> state;
            case ComplaintReclassified reclassified -> state;
        };
    }

    private static Map<String, String> explanationFacts(BilingualText explanation) {
        return Map.of("why", explanation.id(), "whyEn", explanation.en());
    }

    private static NoticeState afterHandling(NoticeState state, HandlingEvent event) {
        return switch (event) {
            case ClarificationAsked asked ->
                addInstitutionNotice(state, asked, NoticeType.CLARIFICATION_ASKED, "question", asked.question());
            case FollowUpPosted posted ->
                addInstitutionNotice(state, posted, NoticeType.FOLLOW_UP_POSTED, "text", posted.text());
            case ComplaintResolved resolved ->
                addInstitutionNotice(state, resolved, NoticeType.RESOLVED, "answer", resolved.answer());
            case ComplaintVerified verified -> state;
            case UnitAssigned assigned -> state;
            case OfficerAssigned assigned -> state;
            case NoteAdded note -> state;
            case ExtensionRequested request -> state;
        };
    }

    private static NoticeState addInstitutionNotice(
            NoticeState state, HandlingEvent event, NoticeType type, String fact, String text) {
        return state.withPending(event, type, Map.of(fact, text, "institution", event.institution()));
    }

    private static NoticeState afterSla(NoticeState state, SlaEvent event) {
        return switch (event) {
            case DeadlineMissed missed ->
                noticeTypeOf(missed)
                        .map(type -> state.withPending(missed, type, Map.of()))
                        .orElse(state);
            case ComplaintClosed closed -> state.withPending(closed, noticeTypeOf(closed), Map.of());
            case DeadlineSet set ->
                set.pauseLimit()
                        .map(days -> state.withPending(
                                set, NoticeType.QUESTION_UNANSWERED, Map.of("days", String.valueOf(days))))
                        .orElse(state);
            case DeadlineMoved moved -> state;
            case DeadlineNeared neared -> state;
            case DeadlineMet met -> state;
            case DeadlinePaused paused -> state;
            case ExtensionRefused refused -> state;
        };
    }

    /**
     * None for the reporter's own time limit. A missed deadline has one notice, not one per escalation level, except for
     * the last: handing on to the Ombudsman.
     */
    private static Optional<NoticeType> noticeTypeOf(DeadlineMissed missed) {
        if (missed.needsConsent()) {
            return Optional.of(NoticeType.OMBUDSMAN_HAS_IT);
        }
        if (missed.clock() == SlaEvent.SlaClockType.REPORTER_SILENCE || missed.level() > 1) {
            return Optional.empty();
        }
        return Optional.of(
                missed.clock() == SlaEvent.SlaClockType.OVERALL
                        ? NoticeType.OMBUDSMAN_ASKED
                        : NoticeType.DEADLINE_MISSED);
    }

    private static NoticeType noticeTypeOf(ComplaintArchived archived, NoticeContext context) {
        return context.archivedBy()
                        .filter(first -> !first.equals(archived.id()))
                        .isPresent()
                ? NoticeType.ARCHIVED_AGAIN
                : NoticeType.ARCHIVED;
    }

    private static NoticeType noticeTypeOf(ComplaintClosed closed) {
        return switch (closed.outcome()) {
            case RATED -> NoticeType.CLOSED_RATED;
            case SILENCE -> NoticeType.CLOSED_SILENT;
        };
    }
}
