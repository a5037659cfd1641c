package id.pintu.portal.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.portal.oversight.NationFigures.LeagueTable;
import id.pintu.portal.oversight.NationFigures.Participation;
import id.pintu.portal.oversight.NationFigures.RoutingQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of percentages and of the league table. */
class LeagueTableTest {

    private static final HandlingFigures NOTHING = figures(0, 0, 0, 0);

    @Test
    void reproducesTheFiguresThatWereAnnouncedIn2020() {
        HandlingFigures of = new HandlingFigures(826, 644, 26, 156, 0, 0, 0, Optional.empty(), Optional.empty());

        assertThat(of.followedUp()).isEqualTo(670);
        assertThat(of.followedUpPercent()).hasValue(81);
        assertThat(of.donePercent()).hasValue(78);
        assertThat(of.inProgressPercent()).hasValue(3);
        assertThat(new HandlingFigures(1_294, 1_219, 51, 24, 0, 0, 0, Optional.empty(), Optional.empty())
                        .followedUpPercent())
                .hasValue(98);
    }

    @Test
    void hasNoPercentageOfNothing() {
        assertThat(NOTHING.followedUpPercent()).isEmpty();
        assertThat(NOTHING.onTimePercent()).isEmpty();
        assertThat(Participation.of(List.of()).connectedPercent()).isEmpty();
        assertThat(new RoutingQuality(0, 0, 0, 0, 0, 0, 0).automaticPercent()).isEmpty();
    }

    @Test
    void ranksByTheShareOnTimeThenByTheShareFollowedUpAndLetsEqualsShareTheirRank() {
        LeagueTable league = nation(
                        of("D.11.01", "Late", figures(100, 90, 10, 5)),
                        of("D.11.02", "Better", figures(40, 39, 10, 9)),
                        of("D.11.03", "Equal to another", figures(40, 20, 10, 8)),
                        of("D.11.04", "Another", figures(80, 40, 20, 16)),
                        of("D.11.05", "Fewer done", figures(40, 10, 10, 8)))
                .league(30);

        assertThat(league.ranked())
                .extracting(row -> row.rank() + " " + row.of().institution().name())
                .containsExactly("1 Better", "2 Another", "2 Equal to another", "4 Fewer done", "5 Late");
    }

    @Test
    void listsThoseApartThatAreBelowTheMinimumOrHaveNoEndedClockAndLeavesOutThoseWithoutReports() {
        LeagueTable league = nation(
                        of("D.11.01", "Few", figures(29, 29, 10, 10)),
                        of("D.11.02", "No clock ended", figures(500, 0, 0, 0)),
                        of("D.11.03", "Nothing", NOTHING),
                        of("D.11.04", "Enough", figures(30, 1, 1, 0)))
                .league(30);

        assertThat(league.ranked())
                .extracting(row -> row.of().institution().name())
                .containsExactly("Enough");
        assertThat(league.below())
                .extracting(each -> each.institution().name())
                .containsExactly("Few", "No clock ended");
        assertThat(nation(of("D.11.03", "Nothing", NOTHING)).league(0).ranked()).isEmpty();
    }

    private static HandlingFigures figures(int received, int done, int clocks, int inTime) {
        return new HandlingFigures(
                received, done, 0, received - done, 0, clocks, inTime, Optional.empty(), Optional.empty());
    }

    private static InstitutionFigures of(String code, String name, HandlingFigures figures) {
        return new InstitutionFigures(new SupervisedInstitution(code, name, true), figures);
    }

    private static NationFigures nation(InstitutionFigures... institutions) {
        return new NationFigures(
                new ReportingPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
                NOTHING,
                NOTHING,
                NOTHING,
                Map.of(),
                List.of(institutions),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new RoutingQuality(0, 0, 0, 0, 0, 0, 0),
                Map.of(),
                List.of());
    }
}
