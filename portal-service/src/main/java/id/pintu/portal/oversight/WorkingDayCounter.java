package id.pintu.portal.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** Immutable working calendar of some institutions that counts the working days between two instants in constant time. */
public final class WorkingDayCounter {

    private static final LocalDate FIRST = FactTime.date(0);

    private final int offset;
    private final int[] openBefore;

    private WorkingDayCounter(int offset, int[] openBefore) {
        this.offset = offset;
        this.openBefore = openBefore;
    }

    /**
     * @param zone in which a day begins and ends
     * @param isOpen whether a day is a working day
     * @param last the last day that is asked about
     */
    public static WorkingDayCounter of(ZoneId zone, Predicate<LocalDate> isOpen, LocalDate last) {
        int[] openBefore = new int[Math.max(0, FactTime.day(last)) + 2];
        for (int day = 1; day < openBefore.length; day++) {
            openBefore[day] = openBefore[day - 1] + (isOpen.test(FIRST.plusDays(day - 1L)) ? 1 : 0);
        }
        return new WorkingDayCounter(FactTime.offset(zone), openBefore);
    }

    /** How many working days there are after the day of one instant, up to and with the day of another; 0 if that is before. */
    int between(int from, int to) {
        return Math.max(0, openUntil(to) - openUntil(from));
    }

    private int openUntil(int time) {
        return openBefore[Math.min(FactTime.day(time, offset) + 1, openBefore.length - 1)];
    }
}
