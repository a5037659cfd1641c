package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import java.time.Instant;
import java.util.Optional;

/**
 * Immutable state of the reminders and escalations of one deadline.
 *
 * @param reminded how many reminders are in the ledger
 * @param level the highest escalation level in the ledger; 0 means the deadline was not missed
 * @param missedAt when the first level was emitted
 */
public record EscalationState(int reminded, int level, Optional<Instant> missedAt) {

    static final EscalationState NONE = new EscalationState(0, 0, Optional.empty());

    EscalationState after(DeadlineNeared neared) {
        return new EscalationState(Math.max(reminded, neared.level()), level, missedAt);
    }

    EscalationState after(DeadlineMissed missed) {
        return new EscalationState(
                reminded, Math.max(level, missed.level()), missed.level() == 1 ? Optional.of(missed.at()) : missedAt);
    }
}
