package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.DeadlineBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Immutable explanation of how a deadline was counted.
 *
 * @param due the last instant that is on time
 * @param lines one for each day from the start to the due day
 * @param undecreedYears years it touches that have no national decree yet: only their weekends are closed, and the deadline
 *     is provisional
 */
public record DeadlineExplanation(
        DeadlineBasis basis, ZoneId zone, Instant due, List<ExplainedDay> lines, List<Integer> undecreedYears) {

    /**
     * One day of the explanation.
     *
     * @param count number of days counted by its end
     * @param name of the holiday; empty if it is none
     * @param decree that closed the day, as officials cite it; empty if none did
     */
    public record ExplainedDay(LocalDate date, ExplainedDayMark mark, int count, String name, String decree) {}

    /** Role of a day in the count. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum ExplainedDayMark {
        /** The day of the step, which came after office hours. */
        AFTER_HOURS,
        DAY_ZERO,
        COUNTED,
        WEEKEND,
        CLOSED,
        PAUSED
    }
}
