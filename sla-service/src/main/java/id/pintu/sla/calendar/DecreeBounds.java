package id.pintu.sla.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of what one decree may say. They are checked when a decree is entered, not when it is read from the topic: what
 * is there already must be readable.
 */
public final class DecreeBounds {

    /** First and last day that a decree may name. */
    public static final LocalDate FIRST_DAY = LocalDate.ofEpochDay(WorkingDayTable.FIRST);

    public static final LocalDate LAST_DAY = LocalDate.ofEpochDay(WorkingDayTable.DECREED_END - 1L);

    /** Number of days that one decree names at most; a yearly SKB names about 27. */
    public static final int MAX_DAYS = 500;

    /** Number of years from the first to the last day that one decree names at most. */
    public static final int MAX_YEARS = 10;

    /** Number of characters of a decree's or a holiday's name at most. */
    public static final int MAX_NAME = 200;

    private DecreeBounds() {}

    /** Why these days are too many, or too far apart, for one decree; empty if they are not. */
    public static Optional<String> violation(List<HolidayListing.ListedHoliday> days) {
        if (days.size() > MAX_DAYS) {
            return Optional.of("names " + days.size() + " days; one decree names at most " + MAX_DAYS);
        }
        return days.stream().flatMap(day -> violation(day).stream()).findFirst().or(() -> span(days));
    }

    /** Why this name cannot be taken; empty if it can. */
    public static Optional<String> nameViolation(String name) {
        if (name.isBlank()) {
            return Optional.of("is required");
        }
        if (name.length() > MAX_NAME) {
            return Optional.of("has at most " + MAX_NAME + " characters");
        }
        return name.chars().anyMatch(Character::isISOControl)
                ? Optional.of("must not contain line breaks or control characters")
                : Optional.empty();
    }

    private static Optional<String> violation(HolidayListing.ListedHoliday listed) {
        LocalDate date = listed.day().date();
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            return Optional.of("line " + listed.line() + ": the day is not in " + FIRST_DAY + " to " + LAST_DAY);
        }
        return nameViolation(listed.day().name())
                .map(reason -> "line " + listed.line() + ": the name of the holiday " + reason);
    }

    private static Optional<String> span(List<HolidayListing.ListedHoliday> days) {
        Optional<LocalDate> first = days.stream().map(each -> each.day().date()).min(LocalDate::compareTo);
        return first.flatMap(from -> days.stream()
                .filter(each -> ChronoUnit.DAYS.between(from, each.day().date()) >= MAX_YEARS * 366L)
                .findFirst()
                .map(each -> "line " + each.line() + ": the day is more than " + MAX_YEARS
                        + " years after the first day of the decree"));
    }
}
