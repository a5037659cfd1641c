package id.pintu.routing.registry;

import java.time.Instant;
import java.time.LocalDate;

/** Bounds of the days that registry entries and rules may name: what lies outside of them is a slip of the keyboard. */
public final class DayBounds {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Predicate for the name of a field whose day is out of bounds. */
    public static final String MESSAGE = "is from " + FIRST + " to " + LAST;

    private DayBounds() {}

    /** Whether the day of a moment at the national desk is within the bounds; also for one that has no day there. */
    public static boolean contain(Instant moment) {
        return !moment.isBefore(FIRST.atStartOfDay(NationalTime.ZONE).toInstant())
                && moment.isBefore(
                        LAST.plusDays(1).atStartOfDay(NationalTime.ZONE).toInstant());
    }

    public static boolean contain(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
