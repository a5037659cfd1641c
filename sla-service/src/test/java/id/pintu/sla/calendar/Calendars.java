package id.pintu.sla.calendar;

import id.pintu.sla.csv.HolidayTable;
import java.time.ZoneId;
import org.springframework.core.io.ClassPathResource;

/** The decreed calendar, in the three zones. */
public final class Calendars {

    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    public static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    public static final Almanac ALMANAC =
            new Almanac(0, OfficeHours.NATIONAL, HolidayTable.read(new ClassPathResource("sla/holidays.csv")));

    public static final WorkingCalendar DECREED = ALMANAC.of("K.AGAMA", WIB);

    private Calendars() {}
}
