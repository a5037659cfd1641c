package id.pintu.sla.calendar;

import java.util.List;

/**
 * Immutable result of reading a file of holidays: every day that it closes, and every entry that it does not.
 *
 * @param days in the order of the file
 * @param ignored entries of the file that close no day, with the reason
 */
public record HolidayListing(List<ListedHoliday> days, List<IgnoredCalendarEntry> ignored) {

    public HolidayListing {
        days = List.copyOf(days);
        ignored = List.copyOf(ignored);
    }

    /**
     * One closed day.
     *
     * @param line of the file, from 1
     */
    public record ListedHoliday(int line, CalendarDecree.DecreedDay day) {}

    /**
     * Entry that closes no day.
     *
     * @param line of the file, from 1
     * @param name of the entry; empty if it has none
     * @param reason for the person who sent the file
     */
    public record IgnoredCalendarEntry(int line, String name, String reason) {}

    /** The closed days without their lines. */
    public List<CalendarDecree.DecreedDay> decreedDays() {
        return days.stream().map(ListedHoliday::day).toList();
    }
}
