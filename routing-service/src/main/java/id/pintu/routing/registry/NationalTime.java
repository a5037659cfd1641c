package id.pintu.routing.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Static functions for WIB, the time zone of the national desk and of institutions without a region. */
public final class NationalTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private NationalTime() {}

    /** The calendar day at the national desk, such as the day on which a rule must be valid. */
    public static LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
