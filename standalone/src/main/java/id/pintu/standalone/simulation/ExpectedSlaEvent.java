package id.pintu.standalone.simulation;

import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.Optional;

/**
 * Immutable SLA event without identity: what the reference model predicts of an event, and what the auditor compares.
 *
 * @param level of a reminder or an escalation, from 1; otherwise 0
 * @param dueAt absent in events that have no due time
 */
record ExpectedSlaEvent(SlaEventType type, SlaClockType clock, int level, Optional<Instant> dueAt) {

    /** Types of SLA events; the two reasons to close a complaint are types of their own. */
    enum SlaEventType {
        SET,
        MOVED,
        EXTENSION_REFUSED,
        MET,
        PAUSED,
        REMINDED,
        MISSED,
        CLOSED_BY_SILENCE,
        CLOSED_BY_RATING
    }

    static ExpectedSlaEvent set(SlaClockType clock, Instant dueAt) {
        return new ExpectedSlaEvent(SlaEventType.SET, clock, 0, Optional.of(dueAt));
    }

    static ExpectedSlaEvent met(SlaClockType clock) {
        return new ExpectedSlaEvent(SlaEventType.MET, clock, 0, Optional.empty());
    }

    static ExpectedSlaEvent paused(SlaClockType clock) {
        return new ExpectedSlaEvent(SlaEventType.PAUSED, clock, 0, Optional.empty());
    }

    static ExpectedSlaEvent reminded(SlaClockType clock, int level, Instant dueAt) {
        return new ExpectedSlaEvent(SlaEventType.REMINDED, clock, level, Optional.of(dueAt));
    }

    static ExpectedSlaEvent missed(SlaClockType clock, int level, Instant dueAt) {
        return new ExpectedSlaEvent(SlaEventType.MISSED, clock, level, Optional.of(dueAt));
    }

    static ExpectedSlaEvent closed(ClosureReason reason) {
        SlaEventType type =
                reason == ClosureReason.RATED ? SlaEventType.CLOSED_BY_RATING : SlaEventType.CLOSED_BY_SILENCE;
        return new ExpectedSlaEvent(type, SlaClockType.REPORTER_SILENCE, 0, Optional.empty());
    }

    /** An event of the ledger in this form. */
    static ExpectedSlaEvent of(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> set(set.clock(), set.dueAt());
            case DeadlineMet met -> met(met.clock());
            case DeadlinePaused paused -> paused(paused.clock());
            case DeadlineNeared neared -> reminded(neared.clock(), neared.level(), neared.dueAt());
            case DeadlineMissed missed -> missed(missed.clock(), missed.level(), missed.dueAt());
            case DeadlineMoved moved ->
                new ExpectedSlaEvent(SlaEventType.MOVED, moved.clock(), 0, Optional.of(moved.dueAt()));
            case ExtensionRefused refused ->
                new ExpectedSlaEvent(SlaEventType.EXTENSION_REFUSED, refused.clock(), 0, Optional.empty());
            case ComplaintClosed closed -> closed(closed.outcome());
        };
    }

    boolean isReminder() {
        return type == SlaEventType.REMINDED;
    }

    boolean isClosure() {
        return type == SlaEventType.CLOSED_BY_SILENCE || type == SlaEventType.CLOSED_BY_RATING;
    }
}
