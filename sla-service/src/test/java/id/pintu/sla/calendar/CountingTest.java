package id.pintu.sla.calendar;

import static id.pintu.sla.calendar.Calendars.ALMANAC;
import static id.pintu.sla.calendar.Calendars.WITA;
import static id.pintu.sla.calendar.Explanation.Mark.AFTER_HOURS;
import static id.pintu.sla.calendar.Explanation.Mark.CLOSED;
import static id.pintu.sla.calendar.Explanation.Mark.COUNTED;
import static id.pintu.sla.calendar.Explanation.Mark.DAY_ZERO;
import static id.pintu.sla.calendar.Explanation.Mark.PAUSED;
import static id.pintu.sla.calendar.Explanation.Mark.WEEKEND;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.SlaEvent.Unit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static final WorkingCalendar BALI = ALMANAC.of("D.51", WITA);

    @Test
    void everyDayIsExplainedAndEveryHolidayNamesItsDecree() {
        Explanation why = Counting.explain(BALI, basis("2026-03-17T16:00", 2));
        assertThat(why.lines())
                .extracting(Explanation.Line::mark)
                .containsExactly(
                        AFTER_HOURS,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        CLOSED,
                        DAY_ZERO,
                        COUNTED,
                        COUNTED);
        assertThat(why.lines().get(2))
                .returns("Hari Suci Nyepi", Explanation.Line::name)
                .returns("SKB 3 Menteri 1497/2/5-2025", Explanation.Line::decree);
        assertThat(why.lines().getLast().count()).isEqualTo(2);
        assertThat(LocalDateTime.ofInstant(why.due(), WITA)).isEqualTo("2026-03-27T16:30");
        assertThat(why.undecreedYears()).isEmpty();
    }

    @Test
    void aPauseIsExplainedAndNotCounted() {
        Basis rested = basis("2026-06-08T10:00", 3, pause("2026-06-09T10:00", "2026-06-11T10:00"));
        Explanation why = Counting.explain(BALI, rested);
        assertThat(why.lines())
                .extracting(Explanation.Line::mark)
                .containsExactly(DAY_ZERO, PAUSED, PAUSED, COUNTED, COUNTED, WEEKEND, WEEKEND, COUNTED);
        // 17 hours were rested: 9 of them are Friday's, 8 Monday's.
        assertThat(LocalDateTime.ofInstant(why.due(), WITA)).isEqualTo("2026-06-15T15:30");
    }

    @Test
    void theLetterIsReadable() {
        assertThat(Letter.lines(Counting.explain(BALI, basis("2027-12-30T10:00", 2))))
                .containsExactly(
                        "Diterima / received: Kamis, 30 Desember 2027 pukul 10.00 WITA",
                        "Batas waktu / limit: 2 hari kerja / working days",
                        "",
                        "Kamis, 30 Desember 2027      hari 0: hari diterima / day 0",
                        "Jumat, 31 Desember 2027      hari 1 / day 1",
                        "Sabtu, 1 Januari 2028        akhir pekan / weekend",
                        "Minggu, 2 Januari 2028       akhir pekan / weekend",
                        "Senin, 3 Januari 2028        hari 2 / day 2",
                        "SEMENTARA / PROVISIONAL: hari libur tahun 2028 belum ditetapkan / holidays of that year are"
                                + " not decreed yet",
                        "",
                        "Jatuh tempo / due: Senin, 3 Januari 2028 pukul 16.00 WITA");
    }

    @Property(tries = 300)
    void theLastLineIsTheDueDayAndSoManyDaysWereCounted(
            @ForAll @IntRange(min = 0, max = 700) int later, @ForAll @IntRange(min = 1, max = 60) int days) {
        Basis basis =
                basis(LocalDateTime.parse("2026-01-01T10:00").plusDays(later).toString(), days);
        Explanation why = Counting.explain(BALI, basis);
        assertThat(why.lines().getLast())
                .returns(BALI.dayOf(why.due()), Explanation.Line::date)
                .returns(days, Explanation.Line::count)
                .returns(COUNTED, Explanation.Line::mark);
        assertThat(why.lines().stream()
                        .collect(Collectors.groupingBy(Explanation.Line::mark))
                        .get(COUNTED))
                .hasSize(days);
    }

    @Property(tries = 300)
    void pausesShiftTheDueTimeByExactlyTheWorkingTimeTheyTook(
            @ForAll @IntRange(max = 2_000) int first,
            @ForAll @IntRange(max = 9_000) int took,
            @ForAll @IntRange(max = 900) int second) {
        Basis plain = basis("2026-03-02T10:00", 14);
        Instant asked = plain.start().plusSeconds(60L * first);
        Instant replied = asked.plusSeconds(60L * took);
        Instant again = replied.plusSeconds(60L * second);
        Pause one = new Pause(asked, replied);
        Pause two = new Pause(again, again.plusSeconds(7_200));
        Instant due = Counting.due(BALI, plain);
        Instant shifted = Counting.due(BALI, with(plain, one, two));
        assertThat(BALI.workingTime(due, shifted))
                .isEqualTo(Stream.of(one, two)
                        .map(pause -> BALI.workingTime(pause.from(), pause.to()))
                        .reduce(java.time.Duration.ZERO, java.time.Duration::plus));
    }

    private static Basis with(Basis basis, Pause... pauses) {
        return new Basis(
                basis.institution(),
                basis.zone(),
                1,
                basis.start(),
                basis.days(),
                basis.unit(),
                List.of(pauses),
                0,
                false);
    }

    private static Basis basis(String start, int days, Pause... pauses) {
        return new Basis("D.51", WITA, 1, at(start), days, Unit.WORKING_DAYS, List.of(pauses), 0, false);
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WITA).toInstant();
    }
}
