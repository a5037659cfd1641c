package id.pintu.sla.clock.impact;

import id.pintu.events.SlaEvent.DeadlineMoved;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Immutable count of the open deadlines that a change of the calendar moved, or would move.
 *
 * @param institutions impact by institution code
 */
public record CalendarChangeImpact(Map<String, InstitutionImpact> institutions) {

    public static final CalendarChangeImpact NONE = new CalendarChangeImpact(Map.of());

    /**
     * Impact on one institution.
     *
     * @param later number of deadlines moved to a later instant
     * @param earlier number of deadlines moved to an earlier one
     */
    public record InstitutionImpact(int later, int earlier) {

        InstitutionImpact and(InstitutionImpact other) {
            return new InstitutionImpact(later + other.later, earlier + other.earlier);
        }
    }

    public CalendarChangeImpact {
        institutions = Map.copyOf(institutions);
    }

    /** Number of deadlines moved, of all institutions. */
    public int moved() {
        return institutions.values().stream()
                .mapToInt(impact -> impact.later() + impact.earlier())
                .sum();
    }

    public CalendarChangeImpact and(CalendarChangeImpact other) {
        Map<String, InstitutionImpact> sum = new TreeMap<>(institutions);
        other.institutions.forEach((code, impact) -> sum.merge(code, impact, InstitutionImpact::and));
        return new CalendarChangeImpact(sum);
    }

    /** Adds one move to the counts. */
    public static void count(Map<String, InstitutionImpact> impacts, DeadlineMoved moved) {
        Instant from = moved.from();
        InstitutionImpact one = moved.dueAt().isAfter(from) ? new InstitutionImpact(1, 0) : new InstitutionImpact(0, 1);
        impacts.merge(moved.basis().institution(), one, InstitutionImpact::and);
    }
}
