package id.pintu.portal.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Static functions for instants as the table of facts has them: seconds since the year 2000 in an int, until the year 2068. */
final class FactTime {

    /** No instant. */
    static final int NONE = 0;

    static final int SECONDS_OF_A_DAY = 86_400;

    private static final Instant ORIGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final long ORIGIN_DAY = ORIGIN.getEpochSecond() / SECONDS_OF_A_DAY;

    private FactTime() {}

    /** What lies outside the years 2000 to 2067 becomes their first or last second. */
    static int of(Instant at) {
        return (int) Math.clamp(at.getEpochSecond() - ORIGIN.getEpochSecond(), 1L, (long) Integer.MAX_VALUE);
    }

    static Instant instant(int time) {
        return ORIGIN.plusSeconds(time);
    }

    /** Offset of a zone in seconds at the beginning of the time span: the zones of Indonesia have one each. */
    static int offset(ZoneId zone) {
        return zone.getRules().getOffset(ORIGIN).getTotalSeconds();
    }

    /** Number of the local day, 0 for 1 January 2000. */
    static int day(int time, int offset) {
        return Math.floorDiv(time + (long) offset, SECONDS_OF_A_DAY) < 0
                ? 0
                : (int) Math.floorDiv(time + (long) offset, (long) SECONDS_OF_A_DAY);
    }

    static int day(LocalDate date) {
        return (int) (date.toEpochDay() - ORIGIN_DAY);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(ORIGIN_DAY + day);
    }
}
