package id.pintu.sla.calendar;

import static id.pintu.sla.calendar.DecreedCalendarFixture.DECREED;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected times were counted by hand, on the decreed calendar. */
class WorkingCalendarTest {

    @ParameterizedTest(name = "{4}: {0} + {2} in {1}")
    @CsvSource(textBlock = """
            2026-03-16T10:00+07:00, Asia/Jakarta,   3, 2026-03-26T16:00, Nyepi and Idul Fitri in between
            2026-03-17T15:59+07:00, Asia/Jakarta,   1, 2026-03-25T16:00, last minute before the long holiday
            2026-03-17T16:00+07:00, Asia/Jakarta,   1, 2026-03-26T16:00, at the close before the long holiday
            2026-03-19T09:00+07:00, Asia/Jakarta,   1, 2026-03-26T16:00, on Nyepi itself
            2026-03-18T08:00+09:00, Asia/Jayapura,  5, 2026-04-01T16:00, on cuti bersama
            2026-03-17T09:00+07:00, Asia/Jakarta,  14, 2026-04-14T16:00, follow-up over Idul Fitri and Good Friday
            2026-03-24T23:00+08:00, Asia/Makassar,  3, 2026-03-30T16:00, last evening of cuti bersama
            2026-06-05T16:29+07:00, Asia/Jakarta,   1, 2026-06-08T16:00, Friday at 16:29
            2026-06-05T16:30+07:00, Asia/Jakarta,   1, 2026-06-09T16:00, Friday at 16:30
            2026-06-04T16:10+07:00, Asia/Jakarta,   1, 2026-06-08T16:00, Thursday at 16:10
            2026-06-03T12:00+07:00, Asia/Jakarta,   2, 2026-06-05T16:30, due on a Friday
            2026-06-06T09:00+07:00, Asia/Jakarta,   3, 2026-06-11T16:00, on a Saturday
            2026-06-07T23:59+07:00, Asia/Jakarta,   3, 2026-06-11T16:00, late on a Sunday
            2026-06-08T05:00+07:00, Asia/Jakarta,   3, 2026-06-11T16:00, before the office opens
            2026-06-08T23:59+07:00, Asia/Jakarta,   3, 2026-06-12T16:30, a minute before midnight WIB
            2026-06-09T00:00+07:00, Asia/Jakarta,   3, 2026-06-12T16:30, midnight WIB
            2026-06-12T00:00+08:00, Asia/Makassar,  1, 2026-06-15T16:00, midnight WITA into Friday
            2026-06-13T00:00+09:00, Asia/Jayapura,  1, 2026-06-17T16:00, midnight WIT into Saturday before Tahun Baru Islam
            2026-06-08T08:30Z,      Asia/Jakarta,   1, 2026-06-09T16:00, one instant: 15:30 in WIB
            2026-06-08T08:30Z,      Asia/Makassar,  1, 2026-06-10T16:00, one instant: 16:30 in WITA
            2026-06-08T08:30Z,      Asia/Jayapura,  1, 2026-06-10T16:00, one instant: 17:30 in WIT
            2026-06-11T15:30Z,      Asia/Jakarta,   1, 2026-06-15T16:00, one instant: Thursday night in WIB
            2026-06-11T15:30Z,      Asia/Jayapura,  1, 2026-06-15T16:00, one instant: Friday 00:30 in WIT
            2026-12-30T10:00+07:00, Asia/Jakarta,   3, 2027-01-06T16:00, over the year end
            2026-12-23T10:00+07:00, Asia/Jakarta,   3, 2026-12-30T16:00, over Christmas
            2026-12-31T16:00+07:00, Asia/Jakarta,   1, 2027-01-06T16:00, at the last close of the year
            2024-02-28T10:00+07:00, Asia/Jakarta,   1, 2024-02-29T16:00, due on a leap day
            2024-02-29T10:00+07:00, Asia/Jakarta,   1, 2024-03-01T16:30, on a leap day
            2023-02-28T10:00+07:00, Asia/Jakarta,   1, 2023-03-01T16:00, a year without a leap day
            2026-01-05T10:00+07:00, Asia/Jakarta,  60, 2026-04-10T16:30, sixty days
            2026-02-13T10:00+07:00, Asia/Jakarta,   1, 2026-02-18T16:00, over Imlek
            2026-05-26T10:00+07:00, Asia/Jakarta,   3, 2026-06-03T16:00, Idul Adha and Waisak and Pancasila
            2027-03-05T10:00+07:00, Asia/Jakarta,   3, 2027-03-18T16:00, Nyepi and Idul Fitri 2027
            2025-03-27T10:00+07:00, Asia/Jakarta,   1, 2025-04-08T16:00, Nyepi and Idul Fitri 2025
            2025-08-15T10:00+07:00, Asia/Jakarta,   1, 2025-08-19T16:00, a day decreed in mid-year
            2024-02-13T10:00+07:00, Asia/Jakarta,   1, 2024-02-15T16:00, election day
            2028-12-22T10:00+07:00, Asia/Jakarta,   1, 2028-12-25T16:00, a year without a decree yet
            2026-03-17T10:00+07:00, Asia/Jakarta,   3, 2026-03-27T16:30, three days over the long holiday end on a Friday
            2026-03-13T09:29Z,      Asia/Jakarta,   1, 2026-03-16T16:00, one instant: Friday 16:29 in WIB
            2026-03-13T09:30Z,      Asia/Jakarta,   1, 2026-03-17T16:00, one instant: Friday 16:30 in WIB
            2026-03-13T09:29Z,      Asia/Makassar,  1, 2026-03-17T16:00, one instant: Friday 17:29 in WITA
            2026-03-13T08:29Z,      Asia/Makassar,  1, 2026-03-16T16:00, one instant: Friday 16:29 in WITA
            2026-03-13T07:29Z,      Asia/Jayapura,  1, 2026-03-16T16:00, one instant: Friday 16:29 in WIT
            2026-03-13T07:30Z,      Asia/Jayapura,  1, 2026-03-17T16:00, one instant: Friday 16:30 in WIT
            2026-03-21T12:00+07:00, Asia/Jakarta,   5, 2026-04-01T16:00, on Idul Fitri itself
            2026-03-25T07:00+07:00, Asia/Jakarta,   3, 2026-03-30T16:00, first morning after the long holiday
            2026-04-02T15:59+07:00, Asia/Jakarta,   1, 2026-04-06T16:00, over Good Friday and the weekend
            2026-04-30T10:00+07:00, Asia/Jakarta,   1, 2026-05-04T16:00, over Labour Day
            2026-05-13T16:00+07:00, Asia/Jakarta,   1, 2026-05-19T16:00, at the close before Ascension and its cuti bersama
            2026-05-13T15:00+07:00, Asia/Jakarta,   2, 2026-05-19T16:00, over Ascension and its cuti bersama
            2026-05-29T16:29+07:00, Asia/Jakarta,   1, 2026-06-02T16:00, Friday 16:29 before Pancasila
            2026-06-15T10:00+07:00, Asia/Jakarta,   1, 2026-06-17T16:00, over Tahun Baru Islam
            2026-08-14T16:00+07:00, Asia/Jakarta,   1, 2026-08-18T16:00, Friday 16:00 is in time and Monday is a holiday
            2026-08-24T10:00+09:00, Asia/Jayapura,  5, 2026-09-01T16:00, over Maulid in WIT
            2026-12-23T16:00+07:00, Asia/Jakarta,   1, 2026-12-29T16:00, at the close before Christmas
            2026-12-28T10:00+08:00, Asia/Makassar,  5, 2027-01-06T16:00, over the year end in WITA
            2025-12-31T23:59+07:00, Asia/Jakarta,   1, 2026-01-05T16:00, the last minute of the year
            2025-12-31T15:59+07:00, Asia/Jakarta,   1, 2026-01-02T16:30, the last minute of its office hours
            2024-02-27T10:00+07:00, Asia/Jakarta,   3, 2024-03-01T16:30, over a leap day
            2028-02-28T10:00+07:00, Asia/Jakarta,   1, 2028-02-29T16:00, a leap day in a year without a decree yet
            2028-02-29T16:00+09:00, Asia/Jayapura,  1, 2028-03-02T16:00, at the close of a leap day in WIT
            2026-01-15T10:00+07:00, Asia/Jakarta,  14, 2026-02-05T16:00, fourteen days from the eve of Isra Mikraj
            2026-03-12T10:00+07:00, Asia/Jakarta,  60, 2026-06-23T16:00, sixty days over all holidays of the spring
            2027-12-23T10:00+07:00, Asia/Jakarta,   1, 2027-12-27T16:00, Christmas on a Saturday
            2023-04-18T10:00+07:00, Asia/Jakarta,   3, 2023-04-28T16:30, Idul Fitri 2023 as amended in mid-year
            2023-06-27T10:00+07:00, Asia/Jakarta,   1, 2023-07-03T16:00, Idul Adha 2023 with the days added in mid-year
            """)
    void countsWorkingDays(String start, ZoneId zone, int days, LocalDateTime due, String why) {
        assertThat(LocalDateTime.ofInstant(DECREED.in(zone).afterWorkingDays(instant(start), days), zone))
                .as(why)
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{3}: {0} in {1}")
    @CsvSource(textBlock = """
            2026-06-08T10:00+07:00, Asia/Jakarta,  2026-06-18T16:00, onto a Thursday
            2026-06-08T23:30+07:00, Asia/Jakarta,  2026-06-18T16:00, the evening counts as its day
            2026-06-08T16:30Z,      Asia/Makassar, 2026-06-19T16:30, half past midnight in WITA
            2026-06-10T10:00+07:00, Asia/Jakarta,  2026-06-22T16:00, onto a Saturday
            2026-03-10T10:00+07:00, Asia/Jakarta,  2026-03-25T16:00, onto cuti bersama
            2026-12-22T10:00+07:00, Asia/Jakarta,  2027-01-04T16:00, onto New Year
            """)
    void countsCalendarDaysButEndsOnAWorkingDay(String start, ZoneId zone, LocalDateTime due, String why) {
        assertThat(LocalDateTime.ofInstant(DECREED.in(zone).afterCalendarDays(instant(start), 10), zone))
                .as(why)
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{3}: started {0}, due {1}")
    @CsvSource(textBlock = """
            2026-06-08T10:00, 2026-06-11T16:00, 2026-06-10T16:00, the close of the day before
            2026-06-10T10:00, 2026-06-15T16:00, 2026-06-12T16:30, the close of Friday before Monday
            2026-06-09T10:00, 2026-06-12T16:30, 2026-06-11T16:00, the close of Thursday before Friday
            2026-03-16T10:00, 2026-03-25T16:00, 2026-03-17T16:00, the last day before the long holiday
            2026-06-08T10:00, 2026-06-09T16:00, 2026-06-09T07:30, one day only: when the office opens
            2026-06-06T10:00, 2026-06-09T16:00, 2026-06-09T07:30, one day only from a weekend
            2026-06-08T10:00, 2026-06-11T11:00, 2026-06-10T11:00, resumed: the same time of day
            2026-06-08T10:00, 2026-06-12T16:20, 2026-06-11T16:00, resumed: no later than the close
            2026-06-11T10:00, 2026-06-11T15:00, 2026-06-11T10:00, resumed for hours only: at the start
            """)
    void remindsOneWorkingDayBefore(LocalDateTime start, LocalDateTime due, LocalDateTime reminder, String why) {
        assertThat(LocalDateTime.ofInstant(DECREED.reminder(wib(start), wib(due)), WIB))
                .as(why)
                .isEqualTo(reminder);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(textBlock = """
            2026-06-08T10:00, 2026-06-08T12:00, PT2H
            2026-06-08T05:00, 2026-06-08T20:00, PT8H30M
            2026-06-05T16:00, 2026-06-08T08:00, PT1H
            2026-06-06T00:00, 2026-06-07T23:00, PT0S
            2026-03-17T15:00, 2026-03-25T08:30, PT2H
            2026-06-08T12:00, 2026-06-08T10:00, PT0S
            """)
    void countsWorkingTimeInOfficeHoursOnly(LocalDateTime from, LocalDateTime to, Duration worked) {
        assertThat(DECREED.workingTime(wib(from), wib(to))).isEqualTo(worked);
    }

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(textBlock = """
            2026-06-08T10:00, PT2H,   2026-06-08T12:00
            2026-06-08T14:00, PT2H,   2026-06-08T16:00
            2026-06-08T14:00, PT2H1M, 2026-06-09T07:31
            2026-06-05T16:00, PT1H,   2026-06-08T08:00
            2026-06-06T10:00, PT1H,   2026-06-08T08:30
            2026-03-17T15:00, PT17H,  2026-03-26T15:00
            """)
    void addsWorkingTimeInOfficeHoursOnly(LocalDateTime start, Duration work, LocalDateTime end) {
        assertThat(LocalDateTime.ofInstant(DECREED.afterWorkingTime(wib(start), work), WIB))
                .isEqualTo(end);
    }

    @Test
    void officeHoursThatNeverOpenAreRejected() {
        assertThatThrownBy(() -> new OfficeHours(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OfficeHours.DailyOfficeHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant instant(String offset) {
        return OffsetDateTime.parse(offset).toInstant();
    }

    private static Instant wib(LocalDateTime local) {
        return local.atZone(WIB).toInstant();
    }
}
