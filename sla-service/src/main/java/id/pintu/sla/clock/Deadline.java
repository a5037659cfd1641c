package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of one clock: the event that set it, and what became of it. Whether it was met and whether it was missed are
 * two things, so that they may be heard in either order.
 *
 * @param reminded whether the reminder is in the ledger
 * @param missedAt when its escalation was said, if it was
 */
public record Deadline(DeadlineSet set, State state, boolean reminded, Optional<Instant> missedAt) {

    /** Of the first escalation; there is no other yet. */
    static final int FIRST_LEVEL = 1;

    /** What the one who has to act did with it. */
    public enum State {
        RUNNING,
        PAUSED,
        MET
    }

    static Deadline of(DeadlineSet set) {
        return new Deadline(set, State.RUNNING, false, Optional.empty());
    }

    public Clock clock() {
        return set.clock();
    }

    public UUID id() {
        return set.id();
    }

    Deadline in(State next) {
        return new Deadline(set, next, reminded, missedAt);
    }

    Deadline withReminder() {
        return new Deadline(set, state, true, missedAt);
    }

    Deadline missed(Instant at) {
        return new Deadline(set, state, reminded, Optional.of(at));
    }

    /** The next instant at which something may have to be said; after a miss there is none. */
    Optional<Instant> nextAlarm() {
        return missedAt.isPresent() ? Optional.empty() : Optional.of(reminded ? set.dueAt() : set.remindAt());
    }

    /**
     * What there is to say now, if nobody has: the reminder or, once it is due and gone, the end. A reminder that was
     * slept through is left out. Its id follows from this deadline's, so it is the same whoever says it, and when.
     */
    Optional<Firing> firing(Instant now, String escalateTo) {
        if (missedAt.isPresent()) {
            return Optional.empty();
        }
        if (now.isAfter(set.dueAt())) {
            return Optional.of(new Firing(set.dueAt(), end(now, escalateTo)));
        }
        return reminded || now.isBefore(set.remindAt())
                ? Optional.empty()
                : Optional.of(new Firing(
                        set.remindAt(),
                        new DeadlineNeared(Stamp.after(set, DeadlineNeared.class, now), clock(), set.dueAt())));
    }

    private SlaEvent end(Instant now, String escalateTo) {
        return switch (clock()) {
            case REPORTER_SILENCE ->
                new ComplaintClosed(Stamp.after(set, ComplaintClosed.class, now), clock(), Outcome.SILENCE);
            case DESK_VERIFICATION, INSTITUTION_VERIFICATION, FOLLOW_UP ->
                new DeadlineMissed(
                        Stamp.of(set.complaintId(), id(), DeadlineMissed.class, FIRST_LEVEL, now),
                        clock(),
                        set.dueAt(),
                        FIRST_LEVEL,
                        escalateTo);
        };
    }

    /** Something to say, and the instant that made it so. */
    record Firing(Instant since, ComplaintEvent event) {}
}
