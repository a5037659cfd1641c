package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.AffairLevel;
import id.pintu.routing.rules.RoutingRule.GovernmentAffair;
import id.pintu.routing.text.TokenizedText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionResolverTest {

    private static final RoutingKnowledge KNOWLEDGE = knowledge();

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "KABKOTA,  Kota Semarang,       D.33.74",
        "PROVINSI, Provinsi Jawa Barat, P.32",
        // A kabupaten or kota names its province
        "PROVINSI, Kota Semarang,       P.33",
        "PROVINSI, Jakarta Barat,       P.31",
        // Bandung is a kota and a kabupaten: ambiguous, and the province is not named
        "KABKOTA,  Bandung,             -",
        "PROVINSI, di rumah,            -",
    })
    void resolvesTheInstitutionByLevelAndPlace(AffairLevel level, String text, String code) {
        JurisdictionResolver resolver = new JurisdictionResolver(
                KNOWLEDGE.registry(), KNOWLEDGE.gazetteer().locate(ReportedLocation.UNKNOWN, TokenizedText.of(text)));

        assertThat(resolver.resolve(
                                new GovernmentAffair("anything", level, Optional.empty(), Optional.empty(), "a law"))
                        .map(RegistryInstitution::code)
                        .orElse("-"))
                .isEqualTo(code);
    }

    private static RoutingKnowledge knowledge() {
        BundledTablesLoader tables = new BundledTablesLoader();
        return tables.knowledge();
    }
}
