package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.SlaClockType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Immutable table of one complaint's deadlines: the last one of each clock, and the consent that the last escalation level
 * needs. Folded from sla-service's own events and the reporter's consent.
 *
 * <p>At most one of the deadlines that ask a party for a step is open; the overall one runs beside it.
 */
public record DeadlineTable(Map<SlaClockType, DeadlineState> byClock, OmbudsmanConsent consent) {

    static final DeadlineTable EMPTY = new DeadlineTable(Map.of(), OmbudsmanConsent.NOT_GIVEN);

    public DeadlineTable {
        byClock = Map.copyOf(byClock);
    }

    /** The deadline whose step is still owed; it may be paused, or missed already. */
    public Optional<DeadlineState> open() {
        return byClock.values().stream()
                .filter(deadline -> deadline.status() != DeadlineState.DeadlineStatus.MET
                        && deadline.clock() != SlaClockType.OVERALL)
                .findFirst();
    }

    /** The overall deadline, as long as the complaint has no answer. */
    public Optional<DeadlineState> overall() {
        return Optional.ofNullable(byClock.get(SlaClockType.OVERALL))
                .filter(deadline -> deadline.status() != DeadlineState.DeadlineStatus.MET);
    }

    DeadlineTable after(ComplaintEvent event) {
        return new DeadlineTable(event instanceof SlaEvent own ? deadlinesAfter(own) : byClock, consent.after(event));
    }

    private Map<SlaClockType, DeadlineState> deadlinesAfter(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> with(DeadlineState.of(set));
            case DeadlineMet met -> changed(met, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.MET));
            case DeadlinePaused paused ->
                changed(paused, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.PAUSED));
            case DeadlineMoved moved -> fired(moved, deadline -> deadline.after(moved));
            case DeadlineNeared neared -> fired(neared, deadline -> deadline.after(neared));
            case DeadlineMissed missed -> fired(missed, deadline -> deadline.after(missed));
            case ExtensionRefused refused -> byClock;
            case ComplaintClosed closed ->
                fired(closed, deadline -> deadline.withStatus(DeadlineState.DeadlineStatus.MET));
        };
    }

    /** An event emitted because time passed changes the deadline that is its cause, and no later one. */
    private Map<SlaClockType, DeadlineState> fired(SlaEvent event, UnaryOperator<DeadlineState> change) {
        DeadlineState deadline = byClock.get(event.clock());
        return deadline == null || !deadline.id().equals(event.cause()) ? byClock : with(change.apply(deadline));
    }

    private Map<SlaClockType, DeadlineState> changed(SlaEvent event, UnaryOperator<DeadlineState> change) {
        DeadlineState deadline = byClock.get(event.clock());
        return deadline == null ? byClock : with(change.apply(deadline));
    }

    private Map<SlaClockType, DeadlineState> with(DeadlineState deadline) {
        Map<SlaClockType, DeadlineState> changed = new EnumMap<>(SlaClockType.class);
        changed.putAll(byClock);
        changed.put(deadline.clock(), deadline);
        return changed;
    }
}
