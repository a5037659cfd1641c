package id.pintu.routing.registry;

import java.time.LocalDate;

/** Bounds of the days that registry entries and rules may name: what lies outside of them is a slip of the keyboard. */
public final class DayBounds {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Predicate for the name of a field whose day is out of bounds. */
    public static final String MESSAGE = "is from " + FIRST + " to " + LAST;

    private DayBounds() {}

    public static boolean contain(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
