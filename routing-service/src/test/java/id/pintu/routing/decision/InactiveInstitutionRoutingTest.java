package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.CurrentRegistryHolder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InactiveInstitutionRoutingTest {

    private static final Instant SINCE = Instant.parse("2026-03-02T03:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final BundledTablesLoader tables = new BundledTablesLoader();
    private final CurrentRegistryHolder registry = new CurrentRegistryHolder(tables.regions());

    InactiveInstitutionRoutingTest() {
        registry.replaceEntries(tables.entries(Set.of()));
    }

    @Test
    void fallsBackLikeAnUnconnectedInstitutionAndSaysSo() {
        registry.replaceInactive(Map.of("D.62.03", SINCE));

        assertThat(wishing("D.62.03")).isInstanceOfSatisfying(Assign.class, assign -> {
            assertThat(assign.institution().code()).isEqualTo("P.62");
            assertThat(assign.reason().facts()).extracting(ReasonFact::text).contains("not-active=D.62.03");
        });
        registry.replaceInactive(Map.of("D.62.03", SINCE, "P.62", SINCE));
        assertThat(wishing("D.62.03")).isInstanceOf(Hold.class);
    }

    @Test
    void getsReportsAgainWhenActive() {
        registry.replaceInactive(Map.of("D.62.03", SINCE));
        registry.replaceInactive(Map.of());

        assertThat(wishing("D.62.03"))
                .isInstanceOfSatisfying(
                        Assign.class,
                        assign -> assertThat(assign.institution().code()).isEqualTo("D.62.03"));
    }

    private RoutingDecision wishing(String code) {
        return new ComplaintRouter(tables.knowledge(registry.get()), LearnedRoutingModel.untrained())
                .decide(
                        SampleReports.report(
                                IntakeChannel.WEB, "keluhan umum", ReportedLocation.UNKNOWN, Optional.of(code)),
                        Set.of(),
                        DAY);
    }
}
