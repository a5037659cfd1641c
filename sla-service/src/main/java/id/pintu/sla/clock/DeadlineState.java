package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import java.util.UUID;

/**
 * Immutable state of one run of one clock. Status and escalation are separate, so that {@code deadline-met} and
 * {@code deadline-missed} may be consumed in either order.
 *
 * @param set the event that set it, with the times of the last {@code deadline-moved}
 */
public record DeadlineState(DeadlineSet set, DeadlineStatus status, EscalationState escalation) {

    /** What the responsible party did about a deadline. */
    public enum DeadlineStatus {
        RUNNING,
        PAUSED,
        MET
    }

    static DeadlineState of(DeadlineSet set) {
        return new DeadlineState(set, DeadlineStatus.RUNNING, EscalationState.NONE);
    }

    public SlaClockType clock() {
        return set.clock();
    }

    public UUID id() {
        return set.id();
    }

    /** What it was counted from. */
    public DeadlineBasis basis() {
        return set.basis();
    }

    DeadlineState withStatus(DeadlineStatus next) {
        return new DeadlineState(set, next, escalation);
    }

    DeadlineState after(DeadlineNeared neared) {
        return new DeadlineState(set, status, escalation.after(neared));
    }

    DeadlineState after(DeadlineMissed missed) {
        return new DeadlineState(set, status, escalation.after(missed));
    }

    DeadlineState after(DeadlineMoved moved) {
        DeadlineSet there =
                new DeadlineSet(set.stamp(), clock(), set.policy(), moved.remindAt(), moved.dueAt(), moved.basis());
        return new DeadlineState(there, status, escalation);
    }

    /** Whether it is open, not missed, and was counted by an older version of the calendar than this one. */
    public boolean needsRecalculation(int calendar) {
        return status != DeadlineStatus.MET && escalation.level() == 0 && basis().calendar() < calendar;
    }
}
