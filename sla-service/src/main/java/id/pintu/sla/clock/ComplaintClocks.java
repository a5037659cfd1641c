package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.NotificationEvent;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.Unrecognised;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The clocks of one complaint: the last run of each, of which one at most is open.
 *
 * <p>The first three are folded from what others say, the deadlines from what the clocks say. Neither half looks at the
 * other, so it does not matter whether the clocks' own words are heard at once or later.
 *
 * @param zone of the responsible institution
 */
public record ComplaintClocks(ComplaintKind kind, ZoneId zone, Stage stage, Map<Clock, Deadline> deadlines) {

    /** WIB, where the national desk sits. */
    public static final ZoneId DESK_ZONE = ZoneId.of("Asia/Jakarta");

    /** What is known of a complaint nothing was heard of. */
    public static final ComplaintClocks UNKNOWN =
            new ComplaintClocks(ComplaintKind.COMPLAINT, DESK_ZONE, Stage.START, Map.of());

    public ComplaintClocks {
        deadlines = Map.copyOf(deadlines);
    }

    /** The zone a clock's working days are counted in. */
    public ZoneId zoneOf(Clock clock) {
        return switch (clock) {
            case DESK_VERIFICATION -> DESK_ZONE;
            case INSTITUTION_VERIFICATION, FOLLOW_UP, REPORTER_SILENCE -> zone;
        };
    }

    /** The deadline that somebody still has to meet; it may rest, or be missed already. */
    Optional<Deadline> open() {
        return deadlines.values().stream()
                .filter(deadline -> deadline.state() != Deadline.State.MET)
                .findFirst();
    }

    /**
     * The open deadline, unless the step it waits for was taken and only the word that it is met is still to come. A
     * question asked when it was due already changes nothing.
     */
    Optional<Deadline> armed() {
        return open().filter(deadline -> deadline.state() == Deadline.State.RUNNING)
                .filter(deadline ->
                        stage.phase().clock().filter(deadline.clock()::equals).isPresent())
                .filter(deadline -> stage.beganBy().equals(deadline.set().cause())
                        || stage.askedAt()
                                .filter(asked -> !asked.isBefore(deadline.set().dueAt()))
                                .isPresent());
    }

    ComplaintClocks after(ComplaintEvent event) {
        Stage next = stage.after(event);
        return switch (event) {
            case ComplaintSubmitted submitted ->
                new ComplaintClocks(submitted.report().kind(), zone, next, deadlines);
            case PartOpened opened -> new ComplaintClocks(opened.report().kind(), zone, next, deadlines);
            case ComplaintRouted routed ->
                new ComplaintClocks(kind, routed.institution().zone(), next, deadlines);
            case SlaEvent own -> new ComplaintClocks(kind, zone, next, deadlinesAfter(own));
            case IntakeEvent other -> new ComplaintClocks(kind, zone, next, deadlines);
            case RoutingEvent other -> new ComplaintClocks(kind, zone, next, deadlines);
            case HandlingEvent other -> new ComplaintClocks(kind, zone, next, deadlines);
            case NotificationEvent other -> this;
            case Unrecognised other -> this;
        };
    }

    private Map<Clock, Deadline> deadlinesAfter(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> with(Deadline.of(set));
            case DeadlineMet met -> changed(met, deadline -> deadline.in(Deadline.State.MET));
            case DeadlinePaused paused -> changed(paused, deadline -> deadline.in(Deadline.State.PAUSED));
            case DeadlineNeared neared -> fired(neared, Deadline::withReminder);
            case DeadlineMissed missed -> fired(missed, deadline -> deadline.missed(missed.at()));
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
