package id.pintu.sla.calendar;

import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.AFTER_HOURS;
import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.CLOSED;
import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.COUNTED;
import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.DAY_ZERO;
import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.PAUSED;
import static id.pintu.sla.calendar.DeadlineExplanation.ExplainedDayMark.WEEKEND;
import static id.pintu.sla.calendar.DecreedCalendarFixture.CALENDARS;
import static id.pintu.sla.calendar.DecreedCalendarFixture.WITA;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeadlineCalculatorTest {

    private static final WorkingCalendar BALI = CALENDARS.of("D.51", WITA);

    @Test
    void everyDayIsExplainedAndEveryHolidayNamesItsDecree() {
        DeadlineExplanation explanation = DeadlineCalculator.explain(BALI, basis("2026-03-17T16:00", 2));
        assertThat(explanation.lines())
                .extracting(DeadlineExplanation.ExplainedDay::mark)
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
        assertThat(explanation.lines().get(2))
                .returns("Hari Suci Nyepi", DeadlineExplanation.ExplainedDay::name)
                .returns("SKB 3 Menteri 1497/2/5-2025", DeadlineExplanation.ExplainedDay::decree);
        assertThat(explanation.lines().getLast().count()).isEqualTo(2);
        assertThat(LocalDateTime.ofInstant(explanation.due(), WITA)).isEqualTo("2026-03-27T16:30");
        assertThat(explanation.undecreedYears()).isEmpty();
    }

    @Test
    void aPauseIsExplainedAndNotCounted() {
        DeadlineBasis paused = basis("2026-06-08T10:00", 3, pause("2026-06-09T10:00", "2026-06-11T10:00"));
        DeadlineExplanation explanation = DeadlineCalculator.explain(BALI, paused);
        assertThat(explanation.lines())
                .extracting(DeadlineExplanation.ExplainedDay::mark)
                .containsExactly(DAY_ZERO, PAUSED, PAUSED, COUNTED, COUNTED, WEEKEND, WEEKEND, COUNTED);
        // The clock was paused for 17 hours, which are added: 9 on Friday, 8 on Monday.
        assertThat(LocalDateTime.ofInstant(explanation.due(), WITA)).isEqualTo("2026-06-15T15:30");
    }

    @Test
    void theExplanationIsFormattedInIndonesianAndEnglish() {
        assertThat(DeadlineExplanationFormatter.lines(DeadlineCalculator.explain(BALI, basis("2027-12-30T10:00", 2))))
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
    void theLastExplainedDayIsTheDueDayAndTheLimitIsCounted(
            @ForAll @IntRange(min = 0, max = 700) int later, @ForAll @IntRange(min = 1, max = 60) int days) {
        DeadlineBasis basis =
                basis(LocalDateTime.parse("2026-01-01T10:00").plusDays(later).toString(), days);
        DeadlineExplanation explanation = DeadlineCalculator.explain(BALI, basis);
        assertThat(explanation.lines().getLast())
                .returns(BALI.dayOf(explanation.due()), DeadlineExplanation.ExplainedDay::date)
                .returns(days, DeadlineExplanation.ExplainedDay::count)
                .returns(COUNTED, DeadlineExplanation.ExplainedDay::mark);
        assertThat(explanation.lines().stream()
                        .collect(Collectors.groupingBy(DeadlineExplanation.ExplainedDay::mark))
                        .get(COUNTED))
                .hasSize(days);
    }

    @Property(tries = 300)
    void pausesShiftTheDueTimeByExactlyTheirWorkingTime(
            @ForAll @IntRange(max = 2_000) int first,
            @ForAll @IntRange(max = 9_000) int took,
            @ForAll @IntRange(max = 900) int second) {
        String start = "2026-03-02T10:00";
        DeadlineBasis plain = basis(start, 14);
        Instant asked = plain.start().plusSeconds(60L * first);
        Instant replied = asked.plusSeconds(60L * took);
        Instant again = replied.plusSeconds(60L * second);
        ClockPause one = new ClockPause(asked, replied);
        ClockPause two = new ClockPause(again, again.plusSeconds(7_200));
        Instant due = DeadlineCalculator.due(BALI, plain);
        Instant shifted = DeadlineCalculator.due(BALI, basis(start, 14, one, two));
        assertThat(BALI.workingTime(due, shifted))
                .isEqualTo(Stream.of(one, two)
                        .map(pause -> BALI.workingTime(pause.from(), pause.to()))
                        .reduce(java.time.Duration.ZERO, java.time.Duration::plus));
    }

    private static DeadlineBasis basis(String start, int days, ClockPause... pauses) {
        return new DeadlineBasis(
                "D.51", WITA, 1, at(start), days, DeadlineUnit.WORKING_DAYS, List.of(pauses), 0, false);
    }

    private static ClockPause pause(String from, String to) {
        return new ClockPause(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WITA).toInstant();
    }
}
