package id.pintu.sla.calendar;

import id.pintu.sla.csv.HolidayCsvCodec;
import java.time.ZoneId;
import org.springframework.core.io.ClassPathResource;

/** Fixture: the decreed calendar of this build, and the three time zones of the country. */
public final class DecreedCalendarFixture {

    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    public static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    public static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    public static final InstitutionCalendars CALENDARS = new InstitutionCalendars(
            0, OfficeHours.NATIONAL, HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv")));

    public static final WorkingCalendar DECREED = CALENDARS.of("K.AGAMA", WIB);

    private DecreedCalendarFixture() {}
}
