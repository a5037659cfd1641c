package id.pintu.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * When an office is open, by day of the week. A day that is not named is closed.
 *
 * @param week at least one day
 */
public record OfficeHours(Map<DayOfWeek, DailyOfficeHours> week) {

    private static final DailyOfficeHours MONDAY_TO_THURSDAY =
            new DailyOfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 0));

    /** The hours usual under Perpres 21/2023: from 07:30, 37.5 hours a week besides the rests, longer on Fridays. */
    public static final OfficeHours NATIONAL = new OfficeHours(Map.of(
            DayOfWeek.MONDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.TUESDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.WEDNESDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.THURSDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.FRIDAY, new DailyOfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 30))));

    /** From opening to close, local time, in whole minutes. */
    public record DailyOfficeHours(LocalTime opens, LocalTime closes) {
        public DailyOfficeHours {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("an office opens before it closes, not " + opens + "-" + closes);
            }
            if (opens.toSecondOfDay() % 60 != 0 || closes.toSecondOfDay() % 60 != 0) {
                throw new IllegalArgumentException("office hours are whole minutes, not " + opens + "-" + closes);
            }
        }
    }

    public OfficeHours {
        week = Map.copyOf(week);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("an office is open on one day of the week at least");
        }
    }

    Optional<DailyOfficeHours> on(LocalDate day) {
        return Optional.ofNullable(week.get(day.getDayOfWeek()));
    }
}
