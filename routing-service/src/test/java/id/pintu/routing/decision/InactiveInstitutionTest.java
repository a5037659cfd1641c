package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.Door;
import id.pintu.events.Report.Place;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.CurrentRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InactiveInstitutionTest {

    private static final Instant SINCE = Instant.parse("2026-03-02T03:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Tables tables = new Tables();
    private final CurrentRegistry registry = new CurrentRegistry(tables.regions());

    InactiveInstitutionTest() {
        registry.hold(tables.entries(Set.of()));
    }

    @Test
    void isPassedOverLikeOneThatIsNotConnectedAndTheDecisionSaysSo() {
        registry.miss(Map.of("D.62.03", SINCE));

        assertThat(wishing("D.62.03")).isInstanceOfSatisfying(Assign.class, assign -> {
            assertThat(assign.institution().code()).isEqualTo("P.62");
            assertThat(assign.reason().facts()).contains("not-active=D.62.03");
        });
        registry.miss(Map.of("D.62.03", SINCE, "P.62", SINCE));
        assertThat(wishing("D.62.03")).isInstanceOf(Hold.class);
    }

    @Test
    void getsReportsAgainOnceItActs() {
        registry.miss(Map.of("D.62.03", SINCE));
        registry.miss(Map.of());

        assertThat(wishing("D.62.03"))
                .isInstanceOfSatisfying(
                        Assign.class,
                        assign -> assertThat(assign.institution().code()).isEqualTo("D.62.03"));
    }

    private RoutingDecision wishing(String code) {
        return new Router(tables.knowledge(registry.get()), Experience.none())
                .decide(Reports.report(Door.WEB, "keluhan umum", Place.UNKNOWN, Optional.of(code)), Set.of(), DAY);
    }
}
