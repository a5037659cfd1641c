package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.OmbudsmanConsentGiven;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.Unrecognised;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clocks of one complaint: the last run of each. Of those that ask somebody for a step one at most is open; beside
 * it runs the overall one.
 *
 * <p>All but the deadlines is folded from what others say, the deadlines from what the clocks say. Neither half looks at
 * the other, so it does not matter whether the clocks' own words are heard at once or later.
 *
 * @param filed empty until the report itself was heard
 * @param place the institution it was last assigned to
 */
public record ComplaintClocks(
        ComplaintKind kind,
        Optional<Filed> filed,
        Place place,
        Stage stage,
        Journey journey,
        Map<Clock, Deadline> deadlines,
        Consent consent) {

    /** What is known of a complaint nothing was heard of. */
    public static final ComplaintClocks UNKNOWN = new ComplaintClocks(
            ComplaintKind.COMPLAINT,
            Optional.empty(),
            Place.DESK,
            Stage.START,
            Journey.NONE,
            Map.of(),
            Consent.NOT_GIVEN);

    /** What is left to know of a complaint that was closed by silence and forgotten: a contest said at the same moment. */
    static final ComplaintClocks CLOSED = new ComplaintClocks(
            ComplaintKind.COMPLAINT,
            Optional.empty(),
            Place.DESK,
            Stage.CLOSED,
            Journey.NONE,
            Map.of(),
            Consent.NOT_GIVEN);

    public ComplaintClocks {
        deadlines = Map.copyOf(deadlines);
    }

    /** Whose turn a clock counts. */
    Place placeOf(Clock clock) {
        return switch (clock) {
            case DESK_VERIFICATION, OVERALL -> place.atDesk();
            case INSTITUTION_VERIFICATION, FOLLOW_UP, REPORTER_SILENCE -> place;
        };
    }

    /** The deadline whose step somebody still owes; it may rest, or be missed already. */
    Optional<Deadline> open() {
        return deadlines.values().stream()
                .filter(deadline -> deadline.state() != Deadline.State.MET && deadline.clock() != Clock.OVERALL)
                .findFirst();
    }

    /** The overall deadline, as long as the complaint has no answer. */
    Optional<Deadline> overall() {
        return Optional.ofNullable(deadlines.get(Clock.OVERALL))
                .filter(deadline -> deadline.state() != Deadline.State.MET);
    }

    /**
     * The open deadlines, unless the step they wait for was taken and only the word that they are met is still to come.
     * A question asked when it was due already changes nothing.
     */
    Stream<Deadline> armed() {
        return Stream.concat(
                open().filter(deadline -> deadline.state() == Deadline.State.RUNNING && isThisTurns(deadline)).stream(),
                overall().filter(deadline -> stage.phase().owesAnAnswer()).stream());
    }

    private boolean isThisTurns(Deadline deadline) {
        return stage.phase().clock().filter(deadline.clock()::equals).isPresent()
                && (stage.beganBy().equals(deadline.set().cause())
                        || stage.askedAt()
                                .filter(asked -> !asked.isBefore(deadline.set().dueAt()))
                                .isPresent());
    }

    ComplaintClocks after(ComplaintEvent event) {
        return switch (event) {
            case ComplaintSubmitted submitted ->
                new ComplaintClocks(
                        submitted.report().kind(),
                        Optional.of(Filed.of(submitted)),
                        place,
                        stage,
                        journey,
                        deadlines,
                        consent);
            case PartOpened opened ->
                new ComplaintClocks(
                        opened.report().kind(),
                        Optional.of(Filed.of(opened)),
                        place,
                        stage,
                        journey,
                        deadlines,
                        consent);
            case ComplaintReclassified reclassified -> stepped(reclassified, reclassified.kind(), place);
            case ComplaintRouted routed -> stepped(routed, kind, Place.of(routed.institution(), routed.assignment()));
            case SlaEvent own ->
                new ComplaintClocks(
                        kind, filed, place, stage.after(own), journey, deadlinesAfter(own), consent.after(own));
            case OmbudsmanConsentGiven given ->
                new ComplaintClocks(kind, filed, place, stage, journey, deadlines, consent.after(given));
            case IntakeEvent other -> stepped(other, kind, place);
            case RoutingEvent other -> stepped(other, kind, place);
            case HandlingEvent other -> stepped(other, kind, place);
            case NotificationEvent other -> this;
            case Unrecognised other -> this;
        };
    }

    private ComplaintClocks stepped(ComplaintEvent event, ComplaintKind now, Place at) {
        Journey onward = stage.phase() == Stage.Phase.OVER ? journey : journey.after(event, place);
        return new ComplaintClocks(now, filed, at, stage.after(event), onward, deadlines, consent);
    }

    private Map<Clock, Deadline> deadlinesAfter(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> with(Deadline.of(set));
            case DeadlineMet met -> changed(met, deadline -> deadline.in(Deadline.State.MET));
            case DeadlinePaused paused -> changed(paused, deadline -> deadline.in(Deadline.State.PAUSED));
            case DeadlineMoved moved -> fired(moved, deadline -> deadline.after(moved));
            case DeadlineNeared neared -> fired(neared, deadline -> deadline.after(neared));
            case DeadlineMissed missed -> fired(missed, deadline -> deadline.after(missed));
            case ComplaintClosed closed -> fired(closed, deadline -> deadline.in(Deadline.State.MET));
        };
    }

    /** What time said is about the deadline it names as its cause, and about no later one. */
    private Map<Clock, Deadline> fired(SlaEvent firing, UnaryOperator<Deadline> change) {
        Deadline deadline = deadlines.get(firing.clock());
        return deadline == null || !deadline.id().equals(firing.cause()) ? deadlines : with(change.apply(deadline));
    }

    private Map<Clock, Deadline> changed(SlaEvent event, UnaryOperator<Deadline> change) {
        Deadline deadline = deadlines.get(event.clock());
        return deadline == null ? deadlines : with(change.apply(deadline));
    }

    private Map<Clock, Deadline> with(Deadline deadline) {
        Map<Clock, Deadline> changed = new EnumMap<>(Clock.class);
        changed.putAll(deadlines);
        changed.put(deadline.clock(), deadline);
        return changed;
    }
}
