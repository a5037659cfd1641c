package id.pintu.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * Immutable weekly office hours. A day of the week that is not named is closed.
 *
 * @param week at least one day
 */
public record OfficeHours(Map<DayOfWeek, DailyOfficeHours> week) {

    private static final DailyOfficeHours MONDAY_TO_THURSDAY =
            new DailyOfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 0));

    /** Usual hours under Perpres 21/2023: from 07:30, 37.5 hours a week without breaks, until later on Fridays. */
    public static final OfficeHours NATIONAL = new OfficeHours(Map.of(
            DayOfWeek.MONDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.TUESDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.WEDNESDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.THURSDAY, MONDAY_TO_THURSDAY,
            DayOfWeek.FRIDAY, new DailyOfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 30))));

    /** Opening and closing time of one day, local, in whole minutes. */
    public record DailyOfficeHours(LocalTime opens, LocalTime closes) {
        public DailyOfficeHours {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "office hours must open before they close, not " + opens + "-" + closes);
            }
            if (opens.toSecondOfDay() % 60 != 0 || closes.toSecondOfDay() % 60 != 0) {
                throw new IllegalArgumentException("office hours must be whole minutes, not " + opens + "-" + closes);
            }
        }
    }

    public OfficeHours {
        week = Map.copyOf(week);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("office hours must name at least one day of the week");
        }
    }

    Optional<DailyOfficeHours> on(LocalDate day) {
        return Optional.ofNullable(week.get(day.getDayOfWeek()));
    }
}
