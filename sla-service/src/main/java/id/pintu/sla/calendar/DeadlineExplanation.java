package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.DeadlineBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Why a deadline is when it is.
 *
 * @param due the last instant still in time
 * @param lines one for each day from the start to the due day
 * @param undecreedYears years it touches whose calendar was not decreed yet: for them only weekends are closed, and the
 *     deadline is provisional
 */
public record DeadlineExplanation(
        DeadlineBasis basis, ZoneId zone, Instant due, List<ExplainedDay> lines, List<Integer> undecreedYears) {

    /**
     * One day.
     *
     * @param count how many days were counted by its end
     * @param name of the holiday, if it is one
     * @param decree that made it one, as officials cite it
     */
    public record ExplainedDay(LocalDate date, ExplainedDayMark mark, int count, String name, String decree) {}

    /** What a day is to the count. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum ExplainedDayMark {
        /** Of the step itself, but its office hours were over. */
        AFTER_HOURS,
        DAY_ZERO,
        COUNTED,
        WEEKEND,
        CLOSED,
        PAUSED
    }
}
