package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.SubmittedReport;
import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.CurrentRegistryHolder;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.registry.SampleRegistryEntries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units in the registry: a report goes to their institution, and the decision names the unit. */
class UnitRoutingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String TRANSPORT = "Dinas Perhubungan Kota Semarang";
    private static final InstitutionRegistry REGISTRY = registry(
            SampleRegistryEntries.unit(
                    "D.33.74.DISHUB", TRANSPORT, List.of("Dishub", "Dinas Perhubungan"), List.of("DISHUBSMG")),
            SampleRegistryEntries.unit(
                    "D.33.74.DISHUB.TRANS", "BLU Trans Semarang", List.of("Trans Semarang"), List.of()),
            SampleRegistryEntries.unit(
                    "D.35.78.DISHUB", "Dinas Perhubungan Kota Surabaya", List.of("Dishub"), List.of()),
            SampleRegistryEntries.unit("K.IMIPAS.SMG", "Kantor Imigrasi Kelas I Semarang", List.of(), List.of()));
    private static final ComplaintRouter ROUTER =
            new ComplaintRouter(new BundledTablesLoader().knowledge(REGISTRY), LearnedRoutingModel.untrained());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74.DISHUB                   | D.33.74  | Dinas Perhubungan Kota Semarang",
                "dinas perhubungan kota semarang  | D.33.74  | Dinas Perhubungan Kota Semarang",
                "Trans Semarang                   | D.33.74  | BLU Trans Semarang",
                "Kantor Imigrasi Kelas I Semarang | K.IMIPAS | Kantor Imigrasi Kelas I Semarang",
            })
    void routesAWishForAUnitToItsInstitution(String wished, String institution, String unit) {
        SubmittedReport report =
                SampleReports.report(IntakeChannel.WEB, "mohon bantuan", ReportedLocation.UNKNOWN, Optional.of(wished));

        assertThat(decided(report)).isEqualTo(institution + ", " + unit);
    }

    @Test
    void ignoresAWishForAnAmbiguousUnitName() {
        SubmittedReport report = SampleReports.report(
                IntakeChannel.WEB, "mohon bantuan", ReportedLocation.UNKNOWN, Optional.of("Dishub"));

        assertThat(ROUTER.decide(report, Set.of(), DAY).reason().facts())
                .extracting(ReasonFact::text)
                .contains("wished=unknown");
    }

    @Test
    void routesAnSmsByTheKeywordOfAUnit() {
        SubmittedReport report = SampleReports.report(
                IntakeChannel.SMS, "DISHUBSMG parkir liar", ReportedLocation.UNKNOWN, Optional.empty());

        assertThat(decided(report)).isEqualTo("D.33.74, " + TRANSPORT);
    }

    @Test
    void namesAUnitByItsNameInTheRegistry() {
        assertThat(decided(SampleReports.withText("Parkir liar di trotoar Kota Semarang")))
                .as("the rule names Dinas Perhubungan")
                .isEqualTo("D.33.74, " + TRANSPORT);
    }

    @Test
    void findsTheInstitutionByTheNameOfItsUnit() {
        assertThat(first("Petugas Trans Semarang kasar kepada penumpang")).isEqualTo("D.33.74");
        assertThat(first("Pelayanan di Kantor Imigrasi Kelas I Semarang lambat"))
                .isEqualTo("K.IMIPAS");
    }

    @Test
    void ignoresUnitNamesThatEveryGovernmentHas() {
        assertThat(ROUTER.likeliest(SampleReports.withText("Petugas dinas perhubungan kasar"), 3, DAY))
                .extracting(InstitutionLikelihood::institution)
                .doesNotContain("D.33.74");
    }

    @Test
    void doesNotListUnitsAsInstitutions() {
        assertThat(REGISTRY.institution("D.33.74.DISHUB")).isEmpty();
        assertThat(REGISTRY.institutions()).hasSize(786).noneMatch(RegistryInstitution::isUnit);
    }

    private static String decided(SubmittedReport report) {
        RoutingDecision decision = ROUTER.decide(report, Set.of(), DAY);
        assertThat(decision).as("%s", decision.reason()).isInstanceOf(Assign.class);
        Assign assign = (Assign) decision;
        return assign.institution().code() + ", " + assign.unit().orElse("-");
    }

    private static String first(String text) {
        return ROUTER.likeliest(SampleReports.withText(text), 1, DAY).getFirst().institution();
    }

    private static InstitutionRegistry registry(RegistryEntry... units) {
        BundledTablesLoader tables = new BundledTablesLoader();
        List<RegistryEntry> entries = new ArrayList<>(tables.entries(Set.of()));
        entries.addAll(List.of(units));
        CurrentRegistryHolder registry = new CurrentRegistryHolder(tables.regions());
        registry.replaceEntries(entries);
        return registry.get();
    }
}
