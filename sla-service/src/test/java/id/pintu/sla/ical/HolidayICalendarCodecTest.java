package id.pintu.sla.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.CalendarDecree.DecreedDay;
import id.pintu.sla.calendar.CalendarDecree.DecreedDayKind;
import id.pintu.sla.csv.HolidayCsvCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class HolidayICalendarCodecTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Jayapura", "America/Los_Angeles"})
    void everyDaySurvivesARoundTripInAnyServerTimeZone(String server) throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(server));
            List<CalendarDecree> decrees = HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv"));
            List<DecreedDay> days =
                    decrees.stream().flatMap(decree -> decree.days().stream()).toList();
            assertThat(read(HolidayICalendarCodec.write(decrees)))
                    .isEqualTo(days)
                    .hasSizeGreaterThan(130);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void anEventOfSeveralDaysIsOneClosedDayEachAndNoCategoryMeansNationalHoliday() throws IOException {
        assertThat(read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//somebody//EN
                BEGIN:VEVENT
                UID:1
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20260321
                DTEND;VALUE=DATE:20260323
                SUMMARY:Idul Fitri
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20260218
                SUMMARY:Hari jadi
                CATEGORIES:libur_daerah
                END:VEVENT
                END:VCALENDAR
                """))
                .containsExactly(
                        new DecreedDay(LocalDate.parse("2026-03-21"), "Idul Fitri", DecreedDayKind.LIBUR_NASIONAL),
                        new DecreedDay(LocalDate.parse("2026-03-22"), "Idul Fitri", DecreedDayKind.LIBUR_NASIONAL),
                        new DecreedDay(LocalDate.parse("2026-02-18"), "Hari jadi", DecreedDayKind.LIBUR_DAERAH));
    }

    @Test
    void aTextWithoutACalendarOrAnEventWithoutADayIsRejected() {
        assertThatThrownBy(() -> read("date,name\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(
                        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n"))
                .hasMessageContaining("event 1 has no DTSTART");
    }

    private static List<DecreedDay> read(String ical) throws IOException {
        return HolidayICalendarCodec.read(new ByteArrayInputStream(ical.getBytes(StandardCharsets.UTF_8)));
    }
}
