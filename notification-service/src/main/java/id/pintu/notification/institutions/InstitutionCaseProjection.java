package id.pintu.notification.institutions;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.processing.ComplaintDecider;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Projection of the event log to the {@link InstitutionCase} of each complaint. It emits no events. What an institution
 * does is not folded: sla-service's events say which clock that stops.
 */
public final class InstitutionCaseProjection implements ComplaintDecider<InstitutionCase> {

    /** Clocks whose deadline the institution misses. */
    private static final Set<SlaClockType> OF_THE_INSTITUTION =
            Set.of(SlaClockType.INSTITUTION_VERIFICATION, SlaClockType.FOLLOW_UP);

    /** Recipients of escalations, in sla-service's policies, below the head of the institution. */
    private static final Set<String> BELOW_THE_HEAD = Set.of("liaison", "institution-admin");

    private static final Set<Class<? extends ComplaintEvent>> CONSUMED = Set.of(
            IntakeEvent.ComplaintWithdrawn.class,
            IntakeEvent.ComplaintContested.class,
            IntakeEvent.ComplaintRated.class,
            RoutingEvent.ComplaintRouted.class,
            RoutingEvent.ComplaintHeldForDesk.class,
            RoutingEvent.ComplaintArchived.class,
            SlaEvent.DeadlineSet.class,
            SlaEvent.DeadlineMoved.class,
            SlaEvent.DeadlineMissed.class,
            SlaEvent.DeadlineMet.class,
            SlaEvent.DeadlinePaused.class,
            SlaEvent.ComplaintClosed.class);

    @Override
    public InstitutionCase initial() {
        return InstitutionCase.UNKNOWN;
    }

    @Override
    public InstitutionCase evolve(InstitutionCase state, ComplaintEvent event) {
        return switch (event) {
            case IntakeEvent e -> evolve(state, e);
            case RoutingEvent e -> evolve(state, e);
            case SlaEvent e -> evolve(state, e);
            case HandlingEvent e -> state;
            case NotificationEvent e -> state;
            case UnrecognisedEvent e -> state;
        };
    }

    private static InstitutionCase evolve(InstitutionCase state, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.ComplaintWithdrawn e -> state.withEnded(true);
            case IntakeEvent.ComplaintRated e -> state.withEnded(true);
            case IntakeEvent.ComplaintContested e -> state.withEnded(false);
            case IntakeEvent.ComplaintSubmitted e -> state;
            case IntakeEvent.ComplaintReplied e -> state;
            case IntakeEvent.OmbudsmanConsentGiven e -> state;
        };
    }

    private static InstitutionCase evolve(InstitutionCase state, RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.ComplaintRouted e -> state.assigned(e.institution(), e.at());
            case RoutingEvent.ComplaintHeldForDesk e -> state.withoutInstitution();
            case RoutingEvent.ComplaintArchived e -> state.withEnded(true);
            case RoutingEvent.PartOpened e -> state;
            case RoutingEvent.ComplaintReclassified e -> state;
            case RoutingEvent.RepeatFound e -> state;
            // Another decision follows each of them in the same transaction.
            case RoutingEvent.ComplaintReturned e -> state;
            case RoutingEvent.ComplaintTransferred e -> state;
            case RoutingEvent.RulingGiven e -> state;
            case RoutingEvent.ComplaintSplit e -> state;
        };
    }

    private static InstitutionCase evolve(InstitutionCase state, SlaEvent event) {
        return switch (event) {
            case SlaEvent.ComplaintClosed e -> state.withEnded(true);
            case SlaEvent e when !OF_THE_INSTITUTION.contains(e.clock()) -> state;
            case SlaEvent.DeadlineSet e ->
                state.with(
                        e.clock(), new InstitutionClock(e.basis().institution(), e.at(), e.dueAt(), true, List.of()));
            case SlaEvent.DeadlineMoved e -> state.change(e.clock(), clock -> clock.movedTo(e.dueAt(), e.at()));
            case SlaEvent.DeadlineMet e -> state.change(e.clock(), clock -> clock.stopped(e.at()));
            case SlaEvent.DeadlinePaused e -> state.change(e.clock(), clock -> clock.stopped(e.at()));
            case SlaEvent.DeadlineMissed e ->
                state.change(
                        e.clock(),
                        clock -> clock.withExpiry(
                                new ClockExpiry(e.id(), e.level(), !BELOW_THE_HEAD.contains(e.escalatedTo()), e.at())));
            case SlaEvent.DeadlineNeared e -> state;
            case SlaEvent.ExtensionRefused e -> state;
        };
    }

    @Override
    public List<ComplaintEvent> react(InstitutionCase state, ComplaintEvent event, Instant now) {
        return List.of();
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return CONSUMED.contains(type);
    }
}
