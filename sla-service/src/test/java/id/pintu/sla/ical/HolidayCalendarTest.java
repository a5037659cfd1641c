package id.pintu.sla.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.sla.calendar.Decree;
import id.pintu.sla.calendar.Decree.Day;
import id.pintu.sla.calendar.Decree.Kind;
import id.pintu.sla.csv.HolidayTable;
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

class HolidayCalendarTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Jayapura", "America/Los_Angeles"})
    void everyDayOfTheTableGoesThereAndBackWhereverTheServerStands(String server) throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(server));
            List<Decree> decrees = HolidayTable.read(new ClassPathResource("sla/holidays.csv"));
            List<Day> days =
                    decrees.stream().flatMap(decree -> decree.days().stream()).toList();
            assertThat(read(HolidayCalendar.write(decrees))).isEqualTo(days).hasSizeGreaterThan(130);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void anEventOfSeveralDaysIsAsManyAndOneWithoutACategoryIsNational() throws IOException {
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
                        new Day(LocalDate.parse("2026-03-21"), "Idul Fitri", Kind.LIBUR_NASIONAL),
                        new Day(LocalDate.parse("2026-03-22"), "Idul Fitri", Kind.LIBUR_NASIONAL),
                        new Day(LocalDate.parse("2026-02-18"), "Hari jadi", Kind.LIBUR_DAERAH));
    }

    @Test
    void whatIsNoCalendarOrHasNoDayIsRefused() {
        assertThatThrownBy(() -> read("date,name\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(
                        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n"))
                .hasMessageContaining("event 1 has no DTSTART");
    }

    private static List<Day> read(String ical) throws IOException {
        return HolidayCalendar.read(new ByteArrayInputStream(ical.getBytes(StandardCharsets.UTF_8)));
    }
}
