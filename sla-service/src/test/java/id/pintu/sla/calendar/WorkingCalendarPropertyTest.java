package id.pintu.sla.calendar;

import static id.pintu.sla.calendar.DecreedCalendarFixture.DECREED;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WIB;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WIT;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Properties of the calendar for any start, any number of days and every time zone of the country. */
class WorkingCalendarPropertyTest {

    private static final long MINUTES_OF_A_MONTH = 31 * 24 * 60;

    @Property
    void nothingIsDueOnAClosedDayOrBeforeItsStart(
            @ForAll("starts") Instant start, @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 1, max = 70) int n) {
        WorkingCalendar local = DECREED.in(zone);
        for (Instant due : List.of(
                local.afterWorkingDays(start, n),
                local.afterCalendarDays(start, n),
                local.afterWorkingTime(start, Duration.ofMinutes(n * 37L)))) {
            assertThat(due).isAfter(start);
            assertThat(local.worksOn(local.dayOf(due))).isTrue();
            assertThat(local.reminder(start, due)).isBetween(start, due);
            assertThat(local.worksOn(local.dayOf(local.reminder(start, due)))).isTrue();
        }
    }

    @Property
    void moreDaysOrALaterStartNeverMakeADeadlineEarlier(
            @ForAll("starts") Instant start,
            @ForAll @LongRange(max = MINUTES_OF_A_MONTH) long later,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 70) int n) {
        WorkingCalendar local = DECREED.in(zone);
        Instant next = start.plus(Duration.ofMinutes(later));
        assertThat(local.afterWorkingDays(start, n + 1)).isAfter(local.afterWorkingDays(start, n));
        assertThat(local.afterCalendarDays(start, n + 1)).isAfterOrEqualTo(local.afterCalendarDays(start, n));
        assertThat(local.afterWorkingDays(next, n)).isAfterOrEqualTo(local.afterWorkingDays(start, n));
        assertThat(local.afterCalendarDays(next, n)).isAfterOrEqualTo(local.afterCalendarDays(start, n));
    }

    @Property
    void addedWorkingTimeEqualsCountedWorkingTime(
            @ForAll("starts") Instant start,
            @ForAll @LongRange(min = 1, max = MINUTES_OF_A_MONTH / 4) long minutes,
            @ForAll("zones") ZoneId zone) {
        Duration work = Duration.ofMinutes(minutes);
        WorkingCalendar local = DECREED.in(zone);
        assertThat(local.workingTime(start, local.afterWorkingTime(start, work)))
                .isEqualTo(work);
    }

    @Property(tries = 200)
    void theServerTimeZoneDoesNotMatter(
            @ForAll("starts") Instant start, @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 1, max = 70) int n) {
        TimeZone server = TimeZone.getDefault();
        try {
            List<Instant> dues = List.of("UTC", "Asia/Jayapura", "America/Los_Angeles").stream()
                    .map(id -> {
                        TimeZone.setDefault(TimeZone.getTimeZone(id));
                        Instant due = DECREED.in(zone).afterWorkingDays(start, n);
                        return DECREED.in(zone).reminder(start, due);
                    })
                    .toList();
            assertThat(dues).containsOnly(dues.getFirst());
        } finally {
            TimeZone.setDefault(server);
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2023-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2028-12-31T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(WIB, WITA, WIT);
    }
}
