package id.pintu.routing.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Constants and date conversion for WIB, the time of the national desk and of everything without a region of its own. */
public final class NationalTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private NationalTime() {}

    /** The calendar day at the national desk, such as the day on which a rule must be valid. */
    public static LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
