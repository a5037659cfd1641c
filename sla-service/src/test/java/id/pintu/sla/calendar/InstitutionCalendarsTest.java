package id.pintu.sla.calendar;

import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WIB;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected dates were counted by hand. */
class InstitutionCalendarsTest {

    /** 10 June 2026, in a week without holidays. */
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-10");

    @ParameterizedTest(name = "a decree for ''{0}'' and the institution {1}")
    @CsvSource({
        "'',      K.AGAMA, 2026-06-12T16:30",
        "'',      D.51,    2026-06-12T16:30",
        "51,      D.51,    2026-06-12T16:30",
        "51,      P.51,    2026-06-12T16:30",
        "51,      P.52,    2026-06-11T16:00",
        "51,      D.51.71, 2026-06-12T16:30",
        "51,      D.5,     2026-06-11T16:00",
        "51,      D.52,    2026-06-11T16:00",
        "51,      K.AGAMA, 2026-06-11T16:00",
        "D.51.71, D.51.71, 2026-06-12T16:30",
        "D.51.71, D.51,    2026-06-11T16:00",
        "D.51.71, D.51.72, 2026-06-11T16:00"
    })
    void aClosedDayAppliesToTheInstitutionsInItsScope(String scope, String institution, LocalDateTime due) {
        InstitutionCalendars calendars =
                CALENDARS.with(1, closing(scope, WEDNESDAY, CalendarDecree.DecreedDayKind.LIBUR_DAERAH, 1));
        assertThat(due(calendars.of(institution, WITA), "2026-06-08T10:00", 3)).isEqualTo(due);
    }

    @Test
    void aLaterDecreeMayReopenADay() {
        InstitutionCalendars closed =
                CALENDARS.with(1, closing("", WEDNESDAY, CalendarDecree.DecreedDayKind.CUTI_BERSAMA, 1));
        CalendarDecree back = new CalendarDecree(
                "SKB perubahan",
                "",
                List.of(new CalendarDecree.DecreedDay(WEDNESDAY, "Kerja", CalendarDecree.DecreedDayKind.DIBATALKAN)),
                List.of(),
                "",
                "",
                Instant.ofEpochSecond(2));
        assertThat(due(closed.of("D.51", WITA), "2026-06-08T10:00", 3)).isEqualTo("2026-06-12T16:30");
        assertThat(due(closed.with(2, back).of("D.51", WITA), "2026-06-08T10:00", 3))
                .isEqualTo("2026-06-11T16:00");
    }

    /** Such a decree is refused when it is entered; one that is in the topic already must not stop any routing. */
    @Test
    void everyLimitEndsWhateverIsDecreed() {
        CalendarDecree forEver = new CalendarDecree(
                "SKB abad",
                "",
                LocalDate.parse("1990-01-01")
                        .datesUntil(LocalDate.parse("2150-01-01"))
                        .map(day ->
                                new CalendarDecree.DecreedDay(day, "Libur", CalendarDecree.DecreedDayKind.CUTI_BERSAMA))
                        .toList(),
                List.of(),
                "",
                "",
                Instant.ofEpochSecond(1));
        InstitutionCalendars calendars = CALENDARS.with(1, forEver);
        assertThat(due(calendars.of("D.51", WITA), "2026-06-08T10:00", 60).getYear())
                .isEqualTo(2100);
    }

    @Test
    void aDecreeOfTheSameNameAndScopeIsReplaced() {
        InstitutionCalendars calendars = CALENDARS
                .with(1, closing("", WEDNESDAY, CalendarDecree.DecreedDayKind.CUTI_BERSAMA, 1))
                .with(2, closing("", WEDNESDAY.plusDays(1), CalendarDecree.DecreedDayKind.CUTI_BERSAMA, 2));
        assertThat(calendars.of("D.51", WITA).worksOn(WEDNESDAY)).isTrue();
        assertThat(calendars.of("D.51", WITA).worksOn(WEDNESDAY.plusDays(1))).isFalse();
        assertThat(calendars.version()).isEqualTo(2);
    }

    /** 18 August 2025 was decreed in the middle of that year. */
    @ParameterizedTest(name = "{0} + {1} days: {2} before the decree, {3} after it")
    @CsvSource({
        "2025-08-15T10:00, 1, 2025-08-18T16:00, 2025-08-19T16:00",
        "2025-08-15T16:30, 1, 2025-08-19T16:00, 2025-08-20T16:00",
        "2025-08-11T10:00, 5, 2025-08-18T16:00, 2025-08-19T16:00",
        "2025-08-11T10:00, 4, 2025-08-15T16:30, 2025-08-15T16:30",
        "2025-08-18T09:00, 1, 2025-08-19T16:00, 2025-08-20T16:00"
    })
    void aDecreeInMidYearMovesDeadlinesThatEndAfterItsDay(
            String start, int days, LocalDateTime before, LocalDateTime after) {
        CalendarDecree taken = new CalendarDecree(
                "before",
                "",
                List.of(new CalendarDecree.DecreedDay(
                        LocalDate.parse("2025-08-18"), "", CalendarDecree.DecreedDayKind.DIBATALKAN)),
                List.of(),
                "",
                "",
                Instant.ofEpochSecond(1));
        assertThat(due(CALENDARS.with(1, taken).of("K.PU", WIB), start, days)).isEqualTo(before);
        assertThat(due(CALENDARS.of("K.PU", WIB), start, days)).isEqualTo(after);
    }

    /** Example: Ramadan 1447 H, 08:00 to 15:00, on Fridays to 15:30. */
    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource({
        "2026-02-18T10:00, 1, 2026-02-19T15:00",
        "2026-02-19T15:00, 1, 2026-02-23T15:00",
        "2026-02-19T14:59, 1, 2026-02-20T15:30",
        "2026-03-16T10:00, 2, 2026-03-25T16:00"
    })
    void ramadanHoursApplyOnlyOnTheirDates(String start, int days, LocalDateTime due) {
        OfficeHours.DailyOfficeHours day = new OfficeHours.DailyOfficeHours(LocalTime.of(8, 0), LocalTime.of(15, 0));
        OfficeHours week = new OfficeHours(Map.of(
                DayOfWeek.MONDAY, day,
                DayOfWeek.TUESDAY, day,
                DayOfWeek.WEDNESDAY, day,
                DayOfWeek.THURSDAY, day,
                DayOfWeek.FRIDAY, new OfficeHours.DailyOfficeHours(LocalTime.of(8, 0), LocalTime.of(15, 30))));
        CalendarDecree ramadan = new CalendarDecree(
                "Ramadan",
                "",
                List.of(),
                List.of(new CalendarDecree.DecreedOfficeHours(
                        "Ramadan 1447 H", LocalDate.parse("2026-02-19"), LocalDate.parse("2026-03-17"), week)),
                "",
                "",
                Instant.EPOCH);
        assertThat(due(CALENDARS.with(1, ramadan).of("K.AGAMA", WIB), start, days))
                .isEqualTo(due);
    }

    @Test
    void aDeadlineInAnUndecreedYearIsProvisional() {
        WorkingCalendar calendar = CALENDARS.of("K.AGAMA", WIB);
        assertThat(calendar.decreed(2027)).isTrue();
        assertThat(calendar.decreed(2028)).isFalse();
        assertThat(DeadlineCalculator.provisional(
                        calendar, Instant.parse("2027-12-29T03:00:00Z"), Instant.parse("2028-01-03T09:00:00Z")))
                .isTrue();
    }

    @Test
    void aDecreeWithAnInvalidNameScopeOrHoursIsRejected() {
        assertThatThrownBy(() -> closing("bali", WEDNESDAY, CalendarDecree.DecreedDayKind.LIBUR_DAERAH, 1))
                .hasMessageContaining("bali");
        assertThatThrownBy(() -> new CalendarDecree(" ", "", List.of(), List.of(), "", "", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CalendarDecree.DecreedOfficeHours(
                        "x", WEDNESDAY, WEDNESDAY.minusDays(1), OfficeHours.NATIONAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CalendarDecree closing(
            String scope, LocalDate date, CalendarDecree.DecreedDayKind kind, long since) {
        return new CalendarDecree(
                "SE Gubernur",
                scope,
                List.of(new CalendarDecree.DecreedDay(date, "Hari raya", kind)),
                List.of(),
                "",
                "",
                Instant.ofEpochSecond(since));
    }

    private static LocalDateTime due(WorkingCalendar calendar, String start, int days) {
        Instant from = LocalDateTime.parse(start).atZone(calendar.zone()).toInstant();
        return LocalDateTime.ofInstant(calendar.afterWorkingDays(from, days), calendar.zone());
    }
}
