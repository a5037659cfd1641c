package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of one clock: the event that set it, moved where the calendar has changed since, and what became of it.
 * Whether it was met and whether it was missed are two things, so that they may be heard in either order.
 *
 * @param reminded how many reminders are in the ledger
 * @param level how far its escalation went; 0 means it was not missed
 * @param missedAt when its first escalation was said, if it was
 */
public record DeadlineState(
        DeadlineSet set, DeadlineStatus status, int reminded, int level, Optional<Instant> missedAt) {

    /** What the one who has to act did with it. */
    public enum DeadlineStatus {
        RUNNING,
        PAUSED,
        MET
    }

    static DeadlineState of(DeadlineSet set) {
        return new DeadlineState(set, DeadlineStatus.RUNNING, 0, 0, Optional.empty());
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
        return new DeadlineState(set, next, reminded, level, missedAt);
    }

    DeadlineState after(DeadlineNeared neared) {
        return new DeadlineState(set, status, Math.max(reminded, neared.level()), level, missedAt);
    }

    DeadlineState after(DeadlineMissed missed) {
        return new DeadlineState(
                set,
                status,
                reminded,
                Math.max(level, missed.level()),
                missed.level() == 1 ? Optional.of(missed.at()) : missedAt);
    }

    DeadlineState after(DeadlineMoved moved) {
        DeadlineSet there =
                new DeadlineSet(set.stamp(), clock(), set.policy(), moved.remindAt(), moved.dueAt(), moved.basis());
        return new DeadlineState(there, status, reminded, level, missedAt);
    }

    /** Whether a calendar newer than the one it was counted by has something to say about it. */
    public boolean needsRecalculation(int calendar) {
        return status != DeadlineStatus.MET && level == 0 && basis().calendar() < calendar;
    }
}
