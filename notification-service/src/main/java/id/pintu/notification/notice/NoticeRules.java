package id.pintu.notification.notice;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
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
import id.pintu.events.Unrecognised;
import id.pintu.house.ledger.Decider;
import id.pintu.house.telling.CitizenWords;
import id.pintu.house.telling.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps a reporter is owed word of.
 *
 * <p>It says nothing itself: the courier tells the ledger how each notice ended, and hears it back here.
 */
public final class NoticeRules implements Decider<Notices> {

    private static final Set<Class<? extends ComplaintEvent>> HEARD = Set.of(
            ComplaintSubmitted.class,
            ComplaintHeldForDesk.class,
            ComplaintRouted.class,
            PartOpened.class,
            ComplaintArchived.class,
            ClarificationAsked.class,
            FollowUpPosted.class,
            ComplaintResolved.class,
            DeadlineMissed.class,
            ComplaintClosed.class,
            ReporterNotified.class,
            NotificationAbandoned.class);

    @Override
    public Notices initial() {
        return Notices.NONE;
    }

    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return HEARD.contains(type);
    }

    @Override
    public List<ComplaintEvent> react(Notices state, ComplaintEvent heard, Instant now) {
        return List.of();
    }

    @Override
    public Notices evolve(Notices state, ComplaintEvent event) {
        return switch (event) {
            case IntakeEvent intake -> afterIntake(state, intake);
            case RoutingEvent routing -> afterRouting(state, routing);
            case HandlingEvent handling -> afterHandling(state, handling);
            case SlaEvent sla -> afterSla(state, sla);
            case NotificationEvent word -> state.told(word.about());
            case Unrecognised unknown -> state;
        };
    }

    private static Notices afterIntake(Notices state, IntakeEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted ->
                state.reachableBy(submitted.report().privacy().reachableBy()).owe(submitted, Step.SUBMITTED, Map.of());
            // What reporters do themselves is no news to them.
            case ComplaintReplied replied -> state;
            case ComplaintWithdrawn withdrawn -> state;
            case ComplaintContested contested -> state;
            case ComplaintRated rated -> state;
            case OmbudsmanConsentGiven given -> state;
        };
    }

    private static Notices afterRouting(Notices state, RoutingEvent event) {
        return switch (event) {
            case ComplaintHeldForDesk held ->
                state.responsible(Optional.empty()).owe(held, Step.HELD_FOR_DESK, why(CitizenWords.of(held)));
            case ComplaintRouted routed ->
                state.responsible(Optional.of(routed.institution().name()))
                        .owe(routed, Step.ROUTED, why(CitizenWords.of(routed)));
            case ComplaintArchived archived -> state.owe(archived, Step.ARCHIVED, Map.of("reason", archived.reason()));
            case PartOpened opened ->
                state.reachableBy(opened.report().privacy().reachableBy()).partOf(opened.partOf());
            // Each part is told as its own complaint.
            case ComplaintSplit split -> state;
            case RulingGiven ruling -> state;
            case RepeatFound repeat -> state;
            // A routing or the desk follows, and is told.
            case ComplaintReturned returned -> state;
            case ComplaintTransferred transferred -> state;
            case ComplaintReclassified reclassified -> state;
        };
    }

    private static Map<String, String> why(Words why) {
        return Map.of("why", why.id(), "whyEn", why.en());
    }

    private static Notices afterHandling(Notices state, HandlingEvent event) {
        return switch (event) {
            case ClarificationAsked asked ->
                answer(state, asked, Step.CLARIFICATION_ASKED, "question", asked.question());
            case FollowUpPosted posted -> answer(state, posted, Step.FOLLOW_UP_POSTED, "text", posted.text());
            case ComplaintResolved resolved -> answer(state, resolved, Step.RESOLVED, "answer", resolved.answer());
            case ComplaintVerified verified -> state;
            case UnitAssigned assigned -> state;
        };
    }

    private static Notices answer(Notices state, HandlingEvent event, Step step, String fact, String words) {
        return state.owe(event, step, Map.of(fact, words, "institution", event.institution()));
    }

    private static Notices afterSla(Notices state, SlaEvent event) {
        return switch (event) {
            case DeadlineMissed missed ->
                stepOf(missed).map(step -> state.owe(missed, step, Map.of())).orElse(state);
            case ComplaintClosed closed -> state.owe(closed, Step.CLOSED, reasonOf(closed));
            case DeadlineSet set -> state;
            case DeadlineMoved moved -> state;
            case DeadlineNeared neared -> state;
            case DeadlineMet met -> state;
            case DeadlinePaused paused -> state;
        };
    }

    /**
     * The reporter's own silence is no default of anybody's, and one miss is told once, however high it climbs, until it
     * leaves the house.
     */
    private static Optional<Step> stepOf(DeadlineMissed missed) {
        if (missed.needsConsent().orElse(false)) {
            return Optional.of(Step.OMBUDSMAN_HAS_IT);
        }
        if (missed.clock() == SlaEvent.Clock.REPORTER_SILENCE || missed.level() > 1) {
            return Optional.empty();
        }
        return Optional.of(missed.clock() == SlaEvent.Clock.OVERALL ? Step.OMBUDSMAN_ASKED : Step.DEADLINE_MISSED);
    }

    private static Map<String, String> reasonOf(ComplaintClosed closed) {
        return switch (closed.outcome()) {
            case RATED -> Map.of("rated", "rated");
            case SILENCE -> Map.of();
        };
    }
}
