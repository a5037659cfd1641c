package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.events.Report.Place;
import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.CurrentRegistry;
import id.pintu.routing.registry.Entries;
import id.pintu.routing.registry.Entry;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that the registry tells of: a report comes to their institution, and names them. */
class UnitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String TRANSPORT = "Dinas Perhubungan Kota Semarang";
    private static final Registry REGISTRY = registry(
            Entries.unit("D.33.74.DISHUB", TRANSPORT, List.of("Dishub", "Dinas Perhubungan"), List.of("DISHUBSMG")),
            Entries.unit("D.33.74.DISHUB.TRANS", "BLU Trans Semarang", List.of("Trans Semarang"), List.of()),
            Entries.unit("D.35.78.DISHUB", "Dinas Perhubungan Kota Surabaya", List.of("Dishub"), List.of()),
            Entries.unit("K.IMIPAS.SMG", "Kantor Imigrasi Kelas I Semarang", List.of(), List.of()));
    private static final Router ROUTER = new Router(new Tables().knowledge(REGISTRY), Experience.none());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74.DISHUB                   | D.33.74  | Dinas Perhubungan Kota Semarang",
                "dinas perhubungan kota semarang  | D.33.74  | Dinas Perhubungan Kota Semarang",
                "Trans Semarang                   | D.33.74  | BLU Trans Semarang",
                "Kantor Imigrasi Kelas I Semarang | K.IMIPAS | Kantor Imigrasi Kelas I Semarang",
            })
    void aWishForAUnitIsOneForItsInstitution(String wished, String institution, String unit) {
        Report report = Reports.report(Door.WEB, "mohon bantuan", Place.UNKNOWN, Optional.of(wished));

        assertThat(decided(report)).isEqualTo(institution + ", " + unit);
    }

    @Test
    void aNameThatTwoUnitsHaveIsNoWish() {
        Report report = Reports.report(Door.WEB, "mohon bantuan", Place.UNKNOWN, Optional.of("Dishub"));

        assertThat(ROUTER.decide(report, Set.of(), DAY).reason().facts()).contains("wished=unknown");
    }

    @Test
    void anSmsMayBeginWithTheKeywordOfAUnit() {
        Report report = Reports.report(Door.SMS, "DISHUBSMG parkir liar", Place.UNKNOWN, Optional.empty());

        assertThat(decided(report)).isEqualTo("D.33.74, " + TRANSPORT);
    }

    @Test
    void aUnitIsToldByTheNameItsInstitutionGivesIt() {
        assertThat(decided(Reports.saying("Parkir liar di trotoar Kota Semarang")))
                .as("the rule says Dinas Perhubungan")
                .isEqualTo("D.33.74, " + TRANSPORT);
    }

    @Test
    void whoNamesAUnitNamesItsInstitution() {
        assertThat(first("Petugas Trans Semarang kasar kepada penumpang")).isEqualTo("D.33.74");
        assertThat(first("Pelayanan di Kantor Imigrasi Kelas I Semarang lambat"))
                .isEqualTo("K.IMIPAS");
    }

    @Test
    void whatEveryGovernmentHasNamesNone() {
        assertThat(ROUTER.likeliest(Reports.saying("Petugas dinas perhubungan kasar"), 3, DAY))
                .extracting(Choice::institution)
                .doesNotContain("D.33.74");
    }

    @Test
    void aUnitIsNoInstitution() {
        assertThat(REGISTRY.institution("D.33.74.DISHUB")).isEmpty();
        assertThat(REGISTRY.institutions()).hasSize(786).noneMatch(Registration::isUnit);
    }

    private static String decided(Report report) {
        RoutingDecision decision = ROUTER.decide(report, Set.of(), DAY);
        assertThat(decision).as("%s", decision.reason()).isInstanceOf(Assign.class);
        Assign assign = (Assign) decision;
        return assign.institution().code() + ", " + assign.unit().orElse("-");
    }

    private static String first(String text) {
        return ROUTER.likeliest(Reports.saying(text), 1, DAY).getFirst().institution();
    }

    private static Registry registry(Entry... units) {
        Tables tables = new Tables();
        List<Entry> entries = new ArrayList<>(tables.entries(Set.of()));
        entries.addAll(List.of(units));
        CurrentRegistry registry = new CurrentRegistry(tables.regions());
        registry.hold(entries);
        return registry.get();
    }
}
