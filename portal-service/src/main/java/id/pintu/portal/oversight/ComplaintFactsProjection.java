package id.pintu.portal.oversight;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.portal.oversight.ComplaintFacts.PlacementFacts;
import id.pintu.portal.oversight.ComplaintFacts.ReceiptFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Projection of the event log to the {@link ComplaintFacts} of each complaint. It emits no events. */
public final class ComplaintFactsProjection {

    /** What changes no fact. */
    private static final Set<Class<? extends ComplaintEvent>> IGNORED = Set.of(
            IntakeEvent.ComplaintReplied.class,
            IntakeEvent.OmbudsmanConsentGiven.class,
            RoutingEvent.ComplaintTransferred.class,
            RoutingEvent.ComplaintSplit.class,
            RoutingEvent.RepeatFound.class,
            HandlingEvent.NoteAdded.class,
            HandlingEvent.OfficerAssigned.class,
            HandlingEvent.ExtensionRequested.class,
            SlaEvent.DeadlineMoved.class,
            SlaEvent.DeadlineNeared.class,
            SlaEvent.DeadlinePaused.class,
            SlaEvent.ExtensionRefused.class,
            UnrecognisedEvent.class);

    /** Flags of one clock of the institution. */
    private record ClockFlags(FactFlag set, FactFlag ended, FactFlag missed) {}

    private static final ClockFlags VERIFICATION =
            new ClockFlags(FactFlag.VERIFICATION_SET, FactFlag.VERIFICATION_ENDED, FactFlag.VERIFICATION_MISSED);

    private static final ClockFlags FOLLOW_UP =
            new ClockFlags(FactFlag.FOLLOW_UP_SET, FactFlag.FOLLOW_UP_ENDED, FactFlag.FOLLOW_UP_MISSED);

    private ComplaintFactsProjection() {}

    /** Whether events of this type change a fact. */
    public static boolean isRelevant(Class<? extends ComplaintEvent> type) {
        return !IGNORED.contains(type) && !NotificationEvent.class.isAssignableFrom(type);
    }

    /** Folds an event that was not folded before. */
    static ComplaintFacts evolve(ComplaintFacts facts, ComplaintEvent event) {
        return switch (event) {
            case IntakeEvent e -> evolve(facts, e);
            case RoutingEvent e -> evolve(facts, e);
            case HandlingEvent e -> facts.placement().institution().equals(e.institution()) ? evolve(facts, e) : facts;
            case SlaEvent e -> evolve(facts, e);
            case NotificationEvent e -> facts;
            case UnrecognisedEvent e -> facts;
        };
    }

    private static ComplaintFacts evolve(ComplaintFacts facts, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintSubmitted e -> facts.with(receipt(e.report(), e.at()));
            case IntakeEvent.ComplaintWithdrawn e -> facts.with(FactFlag.ENDED);
            case IntakeEvent.ComplaintContested e ->
                facts.with(facts.placement().answered(FactTime.NONE)).without(FactFlag.ENDED);
            case IntakeEvent.ComplaintRated e -> facts.with(FactFlag.ENDED);
            case IntakeEvent.ComplaintReplied e -> facts;
            case IntakeEvent.OmbudsmanConsentGiven e -> facts;
        };
    }

    private static ComplaintFacts evolve(ComplaintFacts facts, RoutingEvent event) {
        PlacementFacts former = facts.placement();
        return switch (event) {
            case RoutingEvent.ComplaintRouted e -> {
                int at = FactTime.of(e.at());
                yield facts.assigned(new PlacementFacts(
                        e.institution().code(),
                        Math.max(former.assignment(), e.assignment()),
                        former.firstAssignedAt() == FactTime.NONE ? at : former.firstAssignedAt(),
                        at,
                        FactTime.NONE,
                        FactTime.NONE));
            }
            case RoutingEvent.ComplaintHeldForDesk e -> {
                ComplaintFacts held = facts.assigned(new PlacementFacts(
                        "",
                        former.assignment(),
                        former.firstAssignedAt(),
                        FactTime.of(e.at()),
                        FactTime.NONE,
                        FactTime.NONE));
                yield former.firstAssignedAt() == FactTime.NONE ? held.with(FactFlag.HELD_AT_FIRST) : held;
            }
            case RoutingEvent.PartOpened e ->
                facts.with(receipt(e.report(), e.submittedAt())).with(FactFlag.PART);
            case RoutingEvent.ComplaintReturned e -> facts.with(FactFlag.RETURNED);
            case RoutingEvent.RulingGiven e -> facts.with(FactFlag.RULED);
            case RoutingEvent.ComplaintReclassified e -> {
                ReceiptFacts receipt = facts.receipt();
                yield facts.with(new ReceiptFacts(receipt.at(), receipt.channel(), e.kind(), receipt.category()));
            }
            case RoutingEvent.ComplaintArchived e -> facts.with(FactFlag.ENDED);
            case RoutingEvent.ComplaintTransferred e -> facts;
            case RoutingEvent.ComplaintSplit e -> facts;
            case RoutingEvent.RepeatFound e -> facts;
        };
    }

    private static ReceiptFacts receipt(SubmittedReport report, Instant at) {
        String category = report.category().orElse("");
        int subcategory = category.indexOf('/');
        return new ReceiptFacts(
                FactTime.of(at),
                report.door(),
                report.kind(),
                subcategory < 0 ? category : category.substring(0, subcategory));
    }

    private static ComplaintFacts evolve(ComplaintFacts facts, HandlingEvent event) {
        int at = FactTime.of(event.at());
        PlacementFacts acted = facts.placement().acted(at);
        return switch (event) {
            case HandlingEvent.ComplaintVerified e -> facts.with(acted);
            case HandlingEvent.UnitAssigned e -> facts.with(acted);
            case HandlingEvent.ClarificationAsked e -> facts.with(acted);
            case HandlingEvent.FollowUpPosted e -> facts.with(acted);
            case HandlingEvent.ComplaintResolved e -> facts.with(acted.answered(at));
            // Work within the institution, of which neither the reporter nor the clock knows.
            case HandlingEvent.NoteAdded e -> facts;
            case HandlingEvent.OfficerAssigned e -> facts;
            case HandlingEvent.ExtensionRequested e -> facts;
        };
    }

    private static ComplaintFacts evolve(ComplaintFacts facts, SlaEvent event) {
        return switch (event) {
            case SlaEvent.DeadlineSet e ->
                e.basis().institution().equals(facts.placement().institution())
                        ? clockOf(e.clock())
                                .map(clock -> facts.with(clock.set()).without(clock.ended()))
                                .orElse(facts)
                        : facts;
            // That of a former institution may come after the next assignment.
            case SlaEvent.DeadlineMet e ->
                clockOf(e.clock())
                        .filter(clock -> facts.has(clock.set()))
                        .map(clock -> facts.with(clock.ended()))
                        .orElse(facts);
            case SlaEvent.DeadlineMissed e ->
                clockOf(e.clock())
                        .filter(clock -> facts.has(clock.set()))
                        .map(clock -> facts.with(clock.missed()))
                        .orElse(facts);
            case SlaEvent.ComplaintClosed e -> facts.with(FactFlag.ENDED);
            case SlaEvent.DeadlineMoved e -> facts;
            case SlaEvent.DeadlineNeared e -> facts;
            case SlaEvent.DeadlinePaused e -> facts;
            case SlaEvent.ExtensionRefused e -> facts;
        };
    }

    private static Optional<ClockFlags> clockOf(SlaClockType clock) {
        return switch (clock) {
            case INSTITUTION_VERIFICATION -> Optional.of(VERIFICATION);
            case FOLLOW_UP -> Optional.of(FOLLOW_UP);
            case DESK_VERIFICATION, REPORTER_SILENCE, OVERALL -> Optional.empty();
        };
    }
}
