package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.UnrecognisedEvent;
import id.pintu.sla.clock.stay.ResponsibleParty;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable state of one complaint's clocks, folded from the ledger by {@link SlaClockRules}.
 *
 * <p>Its handling is folded from other services' events, its deadlines from sla-service's own. Neither half reads the
 * other, so it does not matter how late the service consumes its own events.
 *
 * @param received empty until the report itself was consumed
 */
public record ComplaintClockState(
        ComplaintKind kind, Optional<ReceivedReport> received, HandlingProgress handling, DeadlineTable deadlines) {

    /** State before the first event of a complaint. */
    public static final ComplaintClockState UNKNOWN = beginning(HandlingProgress.START);

    /**
     * State of a complaint that was closed by silence and dropped from memory: a contest emitted at the same instant may
     * still follow.
     */
    public static final ComplaintClockState CLOSED = beginning(HandlingProgress.CLOSED);

    /** The party whose turn a clock limits. */
    ResponsibleParty partyOf(SlaClockType clock) {
        return switch (clock) {
            case DESK_VERIFICATION, OVERALL -> handling.party().asDesk();
            case INSTITUTION_VERIFICATION, FOLLOW_UP, REPORTER_SILENCE -> handling.party();
        };
    }

    /**
     * The open deadlines that may fire: not those whose step was taken while the {@code deadline-met} event is still to
     * come. A question asked after the due time does not pause its deadline, and one without reply only for a while.
     */
    public Stream<DeadlineState> armed() {
        return Stream.concat(
                deadlines
                        .open()
                        .filter(deadline ->
                                deadline.status() == DeadlineState.DeadlineStatus.RUNNING && isOfCurrentPhase(deadline))
                        .stream(),
                deadlines
                        .overall()
                        .filter(deadline -> handling.currentPhase().phase().owesAnAnswer())
                        .stream());
    }

    private boolean isOfCurrentPhase(DeadlineState deadline) {
        CurrentClockPhase current = handling.currentPhase();
        return current.phase().clock().filter(deadline.clock()::equals).isPresent()
                && (current.beganBy().equals(deadline.set().cause())
                        || current.askedAt()
                                .filter(asked -> !asked.isBefore(deadline.set().dueAt())
                                        || deadline.basis().pauses().stream()
                                                .anyMatch(pause -> pause.from().equals(asked)))
                                .isPresent());
    }

    ComplaintClockState after(ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted -> reported(submitted.report().kind(), ReceivedReport.of(submitted));
            case PartOpened opened -> reported(opened.report().kind(), ReceivedReport.of(opened));
            case ComplaintReclassified reclassified ->
                new ComplaintClockState(reclassified.kind(), received, handling.after(reclassified), deadlines);
            case IntakeEvent other -> advanced(other);
            case RoutingEvent other -> advanced(other);
            case HandlingEvent other -> advanced(other);
            case SlaEvent own -> advanced(own);
            case NotificationEvent other -> this;
            case UnrecognisedEvent other -> this;
        };
    }

    private ComplaintClockState reported(ComplaintKind reportedKind, ReceivedReport report) {
        return new ComplaintClockState(reportedKind, Optional.of(report), handling, deadlines);
    }

    private ComplaintClockState advanced(ComplaintEvent event) {
        return new ComplaintClockState(kind, received, handling.after(event), deadlines.after(event));
    }

    private static ComplaintClockState beginning(HandlingProgress handling) {
        return new ComplaintClockState(ComplaintKind.COMPLAINT, Optional.empty(), handling, DeadlineTable.EMPTY);
    }
}
