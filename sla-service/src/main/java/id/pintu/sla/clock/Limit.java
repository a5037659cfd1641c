package id.pintu.sla.clock;

import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * How long one clock runs.
 *
 * @param name kebab-case; told with every deadline it sets
 * @param kinds the kinds of report it is for; none named means every kind
 * @param days at least 1
 * @param validFrom the first day, in the zone of who is responsible, on which a clock can start under it
 */
public record Limit(String name, Clock clock, Set<ComplaintKind> kinds, int days, Unit unit, LocalDate validFrom) {

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    public Limit {
        kinds = Set.copyOf(kinds);
        if (days < 1) {
            throw new IllegalArgumentException("limit " + name + " must be one day at least, not " + days);
        }
    }

    boolean covers(Clock asked, ComplaintKind kind, LocalDate day) {
        return clock == asked && (kinds.isEmpty() || kinds.contains(kind)) && !validFrom.isAfter(day);
    }

    /** The last instant still in time. */
    Instant due(WorkingCalendar calendar, Instant start) {
        return switch (unit) {
            case WORKING_DAYS -> calendar.afterWorkingDays(start, days);
            case CALENDAR_DAYS -> calendar.afterCalendarDays(start, days);
        };
    }
}
