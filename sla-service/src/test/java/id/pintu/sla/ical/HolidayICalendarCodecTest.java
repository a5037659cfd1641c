package id.pintu.sla.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.CalendarDecree.DecreedDay;
import id.pintu.sla.calendar.CalendarDecree.DecreedDayKind;
import id.pintu.sla.calendar.HolidayListing;
import id.pintu.sla.calendar.HolidayListing.IgnoredCalendarEntry;
import id.pintu.sla.csv.HolidayCsvCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Reading and writing of iCalendar files by RFC 5545. The expected days are worked out by hand. */
class HolidayICalendarCodecTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final int LAST_YEAR = 2027;

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Jayapura", "America/Los_Angeles"})
    void everyDaySurvivesARoundTripInAnyServerTimeZone(String server) throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(server));
            List<CalendarDecree> decrees = HolidayCsvCodec.read(new ClassPathResource("sla/holidays.csv"));
            List<DecreedDay> days =
                    decrees.stream().flatMap(decree -> decree.days().stream()).toList();
            HolidayListing listing = read(HolidayICalendarCodec.write(decrees));
            assertThat(listing.decreedDays()).isEqualTo(days).hasSizeGreaterThan(130);
            assertThat(listing.ignored()).isEmpty();
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void anEventOfSeveralDaysIsOneClosedDayEachAndNoCategoryMeansNationalHoliday() {
        HolidayListing listing = read("""
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
                """);
        assertThat(listing.decreedDays())
                .containsExactly(
                        new DecreedDay(LocalDate.parse("2026-03-21"), "Idul Fitri", DecreedDayKind.LIBUR_NASIONAL),
                        new DecreedDay(LocalDate.parse("2026-03-22"), "Idul Fitri", DecreedDayKind.LIBUR_NASIONAL),
                        new DecreedDay(LocalDate.parse("2026-02-18"), "Hari jadi", DecreedDayKind.LIBUR_DAERAH));
        assertThat(listing.days()).extracting(each -> each.line()).containsExactly(4, 4, 11);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;VALUE=DATE:20260421/CATEGORIES:Observance                  | category",
                "DTSTART;VALUE=DATE:20260421/CATEGORIES:Holiday,Observance          | category",
                "DTSTART;VALUE=DATE:20260421/STATUS:CANCELLED                       | STATUS",
                "DTSTART;VALUE=DATE:20260421/status:cancelled/CATEGORIES:cuti_bersama | STATUS",
                "DTSTART;VALUE=DATE:20260421/STATUS:TENTATIVE                       | STATUS",
                "DTSTART;VALUE=DATE:20260421/TRANSP:TRANSPARENT                     | TRANSPARENT",
                "DTSTART:20260421T010000Z/DTEND:20260421T040000Z                    | no whole day",
                "DTSTART:20260421T010000Z/DURATION:PT3H                             | no whole day",
                "DTSTART:20260421T000000                                            | no whole day",
                "DTSTART;TZID=Asia/Makassar:20260421T000000/DURATION:PT23H          | no whole day",
                "DTSTART:20241231T160000Z/DTEND:20250101T160000Z                    | no whole day",
            })
    void anEventThatClosesNoDayIsIgnoredWithItsReason(String properties, String reason) {
        HolidayListing listing = readEvent(properties);
        assertThat(listing.days()).isEmpty();
        assertThat(listing.ignored()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(3);
            assertThat(entry.name()).isEqualTo("Nama");
            assertThat(entry.reason()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20241231T170000Z/DTEND:20250101T170000Z                       | 2025-01-01",
                "DTSTART:20241231T170000Z/DURATION:P1D                                 | 2025-01-01",
                "DTSTART;TZID=Asia/Jayapura:20250101T000000/DURATION:P1D               | 2025-01-01",
                "DTSTART;TZID=Asia/Jakarta:20250101T000000/DTEND;TZID=Asia/Jakarta:20250101T235900 | 2025-01-01",
                "DTSTART:20250101T000000/DTEND:20250103T120000                         | 2025-01-01 2025-01-02",
                "DTSTART;VALUE=DATE:20250101/DURATION:P2D                              | 2025-01-01 2025-01-02",
                "DTSTART;VALUE=DATE:20250101/DURATION:P1W                              | 2025-01-01 2025-01-02 2025-01-03"
                        + " 2025-01-04 2025-01-05 2025-01-06 2025-01-07",
                "DTSTART:20250101                                                      | 2025-01-01",
                "DTSTART;VALUE=DATE:20250101/TRANSP:TRANSPARENT/CATEGORIES:cuti_bersama | 2025-01-01",
                "DTSTART;VALUE=DATE:20250101/CATEGORIES:Public Holiday                 | 2025-01-01",
                "DTSTART;VALUE=DATE:20250101/X-ANY:thing/ATTENDEE:broken               | 2025-01-01",
                "DTSTART;VALUE=DATE:20250101/RRULE:FREQ=YEARLY;COUNT=3                 | 2025-01-01 2026-01-01 2027-01-01",
                "DTSTART;VALUE=DATE:20250101/RRULE:FREQ=DAILY;UNTIL=20250103           | 2025-01-01 2025-01-02 2025-01-03",
                "DTSTART;VALUE=DATE:20250101/RRULE:FREQ=DAILY;COUNT=3/EXDATE;VALUE=DATE:20250102 | 2025-01-01 2025-01-03",
                "DTSTART:20241231T170000Z/DURATION:P1D/RRULE:FREQ=DAILY;COUNT=3/EXDATE:20250101T170000Z"
                        + " | 2025-01-01 2025-01-03",
                "DTSTART;VALUE=DATE:20250101/RDATE;VALUE=DATE:20250105,20250107        | 2025-01-01 2025-01-05 2025-01-07",
                "DTSTART;VALUE=DATE:19450817/RRULE:FREQ=YEARLY                         | 2025-08-17 2026-08-17 2027-08-17",
            })
    void daysAreThoseOfRfc5545(String properties, String days) {
        assertThat(readEvent(properties).days().stream()
                        .map(each -> each.day().date().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @Test
    void whatRepeatsWithoutEndIsTakenUntilTheGivenYearAndSaysSo() {
        assertThat(readEvent("DTSTART;VALUE=DATE:20260817/RRULE:FREQ=YEARLY").ignored())
                .extracting(IgnoredCalendarEntry::reason)
                .containsExactly("it repeats without end: what is after 2027 is left out");
    }

    @Test
    void aChangedOrCancelledOccurrenceTakesThePlaceOfItsOriginal() {
        String series = event("UID:1/DTSTART;VALUE=DATE:20250101/RRULE:FREQ=DAILY;COUNT=3");
        String moved = event("UID:1/RECURRENCE-ID;VALUE=DATE:20250102/DTSTART;VALUE=DATE:20250109");
        String cancelled =
                event("UID:1/RECURRENCE-ID;VALUE=DATE:20250103/DTSTART;VALUE=DATE:20250103/STATUS:CANCELLED");
        HolidayListing listing = read(calendar(series + moved + cancelled));
        assertThat(listing.decreedDays())
                .extracting(DecreedDay::date)
                .containsExactly(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-09"));
        assertThat(listing.ignored())
                .extracting(IgnoredCalendarEntry::reason)
                .containsExactlyInAnyOrder(
                        "its occurrence of 2025-01-02 is replaced by another event",
                        "its occurrence of 2025-01-03 is replaced by another event",
                        "STATUS is CANCELLED");
    }

    @Test
    void aTimeZoneDefinedInTheFileIsTaken() {
        assertThat(read(calendar("BEGIN:VTIMEZONE\nTZID:Waktu Kantor\nTZURL:http://127.0.0.1:1/tz.ics\nBEGIN:STANDARD\n"
                                + "DTSTART:19700101T000000\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\n"
                                + "END:VTIMEZONE\n"
                                + event("DTSTART;TZID=Waktu Kantor:20250101T000000/DURATION:P1D")))
                        .decreedDays())
                .extracting(DecreedDay::date)
                .containsExactly(LocalDate.parse("2025-01-01"));
    }

    @Test
    void aTaskOrACancelledCalendarClosesNothing() {
        String task = "BEGIN:VTODO\nUID:1\nDTSTART;VALUE=DATE:20250101\nSUMMARY:x\nEND:VTODO\n";
        assertThat(read(calendar(task)).ignored())
                .extracting(IgnoredCalendarEntry::reason)
                .containsExactly("it is no event (VEVENT)");
        HolidayListing cancelled = read(calendar("METHOD:CANCEL\n" + event("DTSTART;VALUE=DATE:20250101")));
        assertThat(cancelled.days()).isEmpty();
        assertThat(cancelled.ignored())
                .extracting(IgnoredCalendarEntry::reason)
                .containsExactly("METHOD of the calendar is CANCEL");
    }

    @Test
    void aByteOrderMarkFoldedLinesAndWindowsLineEndsAreRead() {
        String file = "\uFEFF" + calendar(event("DTSTART;VALUE=DATE:20250101")).replace("Nama", "Tahun\n  Baru");
        assertThat(read(file.replace("\n", "\r\n")).decreedDays())
                .extracting(DecreedDay::name)
                .containsExactly("Tahun Baru");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWithItsLine() {
        byte[] windows = calendar(event("DTSTART;VALUE=DATE:20250101"))
                .replace("Nama", "Café")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> HolidayICalendarCodec.read(windows, WIB, LAST_YEAR))
                .hasMessageStartingWith("line 5: is not UTF-8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UID:1                                                       | 3 | DTSTART",
                "DTSTART;VALUE=DATE:20250231                                 | 4 | does not exist",
                "DTSTART;VALUE=DATE:tomorrow                                 | 4 | expected a date",
                "DTSTART;TZID=Nusantara/Jawa:20250101T000000/DURATION:P1D    | 4 | TZID",
                "DTSTART;VALUE=DATE:20250102/DTEND;VALUE=DATE:20250101       | 5 | end after",
                "DTSTART;VALUE=DATE:20250102/DTEND;VALUE=DATE:20250102       | 5 | end after",
                "DTSTART;VALUE=DATE:20250102/DTEND:20250103T000000Z          | 5 | both be dates",
                "DTSTART;VALUE=DATE:20250102/DURATION:-P1D                   | 5 | end after",
                "DTSTART;VALUE=DATE:20250102/DURATION:PT5H                   | 5 | days or weeks",
                "DTSTART;VALUE=DATE:20250102/DTEND;VALUE=DATE:20250103/DURATION:P1D | 6 | DTEND or DURATION",
                "DTSTART;VALUE=DATE:20250102/DTSTART;VALUE=DATE:20250103     | 5 | second DTSTART",
                "DTSTART;VALUE=DATE:20250102/RRULE:FREQ=SOMETIMES            | 5 | no valid line",
                "DTSTART;VALUE=DATE:20250102/RRULE:FREQ=HOURLY               | 5 | by the day",
                "DTSTART;VALUE=DATE:20250102/RRULE:FREQ=DAILY;COUNT=100000   | 5 | more than 500",
                "DTSTART;VALUE=DATE:20250102/DTEND;VALUE=DATE:21250102       | 3 | more than 500 days",
                "DTSTART;VALUE=DATE:20250102/no colon here                   | 5 | no colon",
            })
    void aFaultyEventIsRefusedWithItsLine(String properties, int line, String reason) {
        assertThatThrownBy(() -> readEvent(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line " + line + ": ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,name\n",
                "",
                "BEGIN:VCALENDAR\nVERSION:2.0\n",
                "BEGIN:VEVENT\nEND:VEVENT\n",
                "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"
            })
    void whatIsNotOneWholeCalendarIsRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line ");
    }

    private static HolidayListing readEvent(String properties) {
        return read(calendar(event(properties)));
    }

    private static String calendar(String components) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n";
    }

    /** A VEVENT of these properties, separated by slashes that do not belong to a time zone. */
    private static String event(String properties) {
        return Arrays.stream(properties.split("/(?=[A-Za-z-]+[;: ])(?!Ja|Mak)"))
                .collect(Collectors.joining("\n", "BEGIN:VEVENT\n", "\nSUMMARY:Nama\nEND:VEVENT\n"));
    }

    private static HolidayListing read(String ical) {
        return HolidayICalendarCodec.read(ical.getBytes(StandardCharsets.UTF_8), WIB, LAST_YEAR);
    }
}
