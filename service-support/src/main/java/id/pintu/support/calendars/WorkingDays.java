package id.pintu.support.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days of an institution: Monday to Friday, without those that a decree has closed.
 *
 * @param closed by a decree
 */
public record WorkingDays(Set<LocalDate> closed) {

    /** More are not counted. */
    private static final int MAX_DAYS = 400;

    public WorkingDays {
        closed = Set.copyOf(closed);
    }

    /** How many working days there are after one day, up to and with another; at most 400 days ahead. */
    public int between(LocalDate after, LocalDate until) {
        return (int) after.plusDays(1)
                .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                .limit(MAX_DAYS)
                .filter(this::isOpen)
                .count();
    }

    /** The working day that is so many after one day, at most 400 days ahead. */
    public LocalDate after(LocalDate day, int count) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(MAX_DAYS))
                .filter(this::isOpen)
                .skip(count - 1L)
                .findFirst()
                .orElse(day.plusDays(count));
    }

    /** The last working day before one day; that itself before 400 days without any. */
    public LocalDate before(LocalDate day) {
        return day.minusDays(MAX_DAYS)
                .datesUntil(day)
                .filter(this::isOpen)
                .reduce((one, later) -> later)
                .orElse(day);
    }

    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }
}
