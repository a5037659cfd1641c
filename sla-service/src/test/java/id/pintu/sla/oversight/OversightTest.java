package id.pintu.sla.oversight;

import static id.pintu.sla.calendar.Calendars.ALMANAC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pintu.events.ComplaintKind;
import id.pintu.sla.clock.Lives;
import id.pintu.sla.csv.FiguresTable;
import id.pintu.sla.oversight.Question.Grouping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OversightTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void theFiguresAreThoseLaporReports() {
        Oversight oversight = looking(Grouping.NOTHING, "");
        look(oversight, 644, "answered", "D.51.71");
        look(oversight, 26, "in follow-up", "D.51.71");
        look(oversight, 156, "routed", "D.51.71");
        Figures figures = oversight.figures().getFirst();
        assertThat(figures)
                .returns(826, Figures::received)
                .returns(670, Figures::followedUp)
                .returns(81, Figures::followedUpPercent)
                .returns(644, Figures::selesai)
                .returns(78, Figures::selesaiPercent)
                .returns(26, Figures::proses)
                .returns(3, Figures::prosesPercent);
        assertThat(Figures.percent(1_270, 1_294)).isEqualTo(98);
    }

    @Test
    void aProvinceSeesItsKabupatenAndKotaAndNobodyElses() {
        Oversight bali = looking(Grouping.INSTITUTION, "51");
        for (String code : List.of("P.51", "D.51.71", "D.51.02", "D.52.01", "K.PU")) {
            look(bali, 1, "answered", code);
        }
        assertThat(bali.figures()).extracting(Figures::key).containsExactly("D.51.02", "D.51.71", "P.51");
    }

    @Test
    void connectedIsWhoHasATeamAndActiveWhoTakesAStepWithItsReports() {
        Oversight bali = looking(Grouping.INSTITUTION, "51");
        look(bali, 2, "answered", "P.51");
        look(bali, 1, "routed", "D.51.71"); // does nothing with it
        look(bali, 1, "answered", "D.52.01");
        List<Registered> registry = List.of(
                new Registered("P.51", true),
                new Registered("D.51.71", true),
                new Registered("D.51.02", true), // got no report, so nobody knows
                new Registered("D.51.03", false),
                new Registered("D.52.01", true),
                new Registered("K.PU", true));
        assertThat(bali.participation(registry)).isEqualTo(new Oversight.Participation(4, 75, 50));
        assertThat(bali.participation(List.of())).isEqualTo(new Oversight.Participation(0, 0, 0));
    }

    @Test
    void aContestedAnswerIsBackInProcessAndAWithdrawnReportInNeither() {
        Oversight oversight = looking(Grouping.NOTHING, "");
        look(oversight, 1, "contested", "D.51");
        look(oversight, 1, "withdrawn", "D.51");
        assertThat(oversight.figures())
                .extracting(Figures::received, Figures::selesai, Figures::proses)
                .containsExactly(tuple(2, 0, 1));
    }

    @Test
    void daysAreWorkingDaysAndOnTimeIsWhatWasNotMissed() {
        Oversight oversight = looking(Grouping.INSTITUTION, "");
        look(oversight, 3, "answered", "D.51");
        look(oversight, 1, "late", "D.51");
        Figures figures = oversight.figures().getFirst();
        assertThat(figures.onTimePercent()).contains(88); // 7 of 8 verifications and follow-ups
        assertThat(figures.verification()).isEqualTo(new Figures.Spread(Optional.of(0), Optional.of(5)));
        assertThat(figures.followUp()).isEqualTo(new Figures.Spread(Optional.of(1), Optional.of(1)));
    }

    @Test
    void theLeagueRanksNobodyWithTooFewReports() {
        Oversight oversight = looking(Grouping.INSTITUTION, "");
        look(oversight, 30, "answered", "D.51");
        look(oversight, 30, "answered", "D.52");
        look(oversight, 30, "late", "D.53");
        look(oversight, 29, "answered", "D.54");
        assertThat(oversight.league(30))
                .extracting(Oversight.Rank::rank, rank -> rank.figures().key())
                .containsExactly(tuple(1, "D.51"), tuple(1, "D.52"), tuple(3, "D.53"));
    }

    @Test
    void canBeAskedByKindMonthAndPeriod() {
        Oversight byKind = looking(Grouping.KIND, "");
        look(byKind, 2, "answered", "D.51");
        assertThat(byKind.figures()).extracting(Figures::key).containsExactly("complaint");
        Oversight byMonth = looking(Grouping.MONTH, "");
        look(byMonth, 2, "answered", "D.51");
        assertThat(byMonth.figures()).extracting(Figures::key).containsExactly("2026-06");
        Oversight lastYear =
                new Oversight(new Question(Grouping.MONTH, "", FIRST.minusYears(1), LAST.minusYears(1)), ALMANAC);
        look(lastYear, 2, "answered", "D.51");
        assertThat(lastYear.figures()).isEmpty();
    }

    @Test
    void theTableHasAHeaderAndARowEach() {
        Oversight oversight = looking(Grouping.INSTITUTION, "");
        look(oversight, 2, "answered", "D.51");
        assertThat(FiguresTable.write(oversight.figures()).lines())
                .hasSize(2)
                .last()
                .isEqualTo("D.51,2,2,2,100,2,100,0,0,100,0,0,1,1,1,1");
    }

    private static Oversight looking(Grouping by, String area) {
        return new Oversight(new Question(by, area, FIRST, LAST), ALMANAC);
    }

    private static void look(Oversight oversight, int times, String life, String institution) {
        for (int i = 0; i < times; i++) {
            oversight.look(Lives.of(life, institution, ComplaintKind.COMPLAINT));
        }
    }
}
