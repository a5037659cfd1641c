package id.pintu.sla.policy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.SlaClockType;
import java.util.Set;

/**
 * Immutable time limit of one clock.
 *
 * @param name kebab-case; recorded with every deadline it sets
 * @param kinds the kinds of report it applies to; if empty, every kind
 * @param days at least 1
 */
public record ClockLimit(String name, SlaClockType clock, Set<ComplaintKind> kinds, int days, DeadlineUnit unit) {

    public ClockLimit {
        kinds = Set.copyOf(kinds);
        if (days < 1) {
            throw new IllegalArgumentException("limit " + name + " must be at least one day, not " + days);
        }
    }

    boolean covers(SlaClockType asked, ComplaintKind kind) {
        return clock == asked && (kinds.isEmpty() || kinds.contains(kind));
    }
}
