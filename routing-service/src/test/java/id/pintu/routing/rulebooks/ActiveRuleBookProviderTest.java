package id.pintu.routing.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.processing.versions.VersionHistory;
import id.pintu.processing.versions.VersionedValue;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.csv.RuleBookCsvReader;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.InvalidRulesException;
import id.pintu.routing.rules.RuleBookEdition;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editions as read from the topic, including ones that another build published without this validation. */
class ActiveRuleBookProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    private static final InstitutionRegistry REGISTRY = TABLES.registry();
    private static final String HEADER =
            "name,query,affair,level,institution,unit,settles,kinds,valid_from,valid_until,legal_basis\n";
    private static final String LAMP = "lampu,lampu,Lampu jalan,kabkota,,,,,,,UU 38/2004\n";
    private static final String ROAD = "jalan,jalan,Jalan,kabkota,,,,,,,UU 38/2004\n";

    private VersionHistory<RuleBookEdition> versions = VersionHistory.empty();
    private Instant now = NOW;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lain,lampu AND (,Lain,kabkota,,,,,,,UU                 | 3 | not a query",
                "lampu-lagi,lampu,Lampu lagi,kabkota,,,,,,,UU            | 3 | can never",
                "lain,kereta,Kereta,pusat,K.TIDAKADA,,,,,,UU            | 3 | there is no institution K.TIDAKADA",
                "lain,kereta,Kereta,pusat,,,,,,,UU                      | 3 | requires an institution",
                "lain,kereta,Kereta,kabkota,,,ya,,2027-01-01,2026-01-01,UU | 3 | is before valid_from",
                "Lain Sekali,kereta,Kereta,kabkota,,,,,,,UU             | 3 | small letters and hyphens"
            })
    void rejectsAnInvalidOrShadowedRuleWithLineAndReasonAndKeepsTheFormerEditionInForce(
            String row, int line, String reason) {
        String broken = HEADER + LAMP + row + "\n";
        assertThatThrownBy(() -> RuleBookCsvReader.read("draft", new StringReader(broken), REGISTRY))
                .isInstanceOfSatisfying(
                        InvalidRulesException.class,
                        e -> assertThat(e.errors()).anySatisfy(error -> {
                            assertThat(error.line()).isEqualTo(line);
                            assertThat(error.reason()).contains(reason);
                        }));

        ActiveRuleBookProvider rules = rules();
        publishEdition(HEADER + LAMP);
        assertThat(inForce(rules)).isEqualTo("edition-1");
        publishEdition(broken);
        assertThat(inForce(rules)).isEqualTo("edition-1");
        assertThat(inForce(rules())).as("after a restart").isEqualTo("edition-1");
        publishEdition(HEADER + LAMP + ROAD);
        assertThat(inForce(rules)).isEqualTo("edition-3");
    }

    @Test
    void skipsAnEmptyRuleBookWhichWouldSendEverythingToTheDesk() {
        ActiveRuleBookProvider rules = rules();
        publishEdition(HEADER + LAMP);
        publishEdition(HEADER);
        publishEdition("");
        publishEdition("<html>502 Bad Gateway</html>");
        assertThat(inForce(rules)).isEqualTo("edition-1");
    }

    @Test
    void neverReplacesAValidEditionByAnInvalidPlannedOne() {
        ActiveRuleBookProvider rules = rules();
        publishEdition(HEADER + LAMP);
        publishEdition(HEADER + "lain,(,Lain,kabkota,,,,,,,UU\n", NOW.plus(Duration.ofDays(1)));
        assertThat(inForce(rules)).isEqualTo("edition-1");
        now = NOW.plus(Duration.ofDays(2));
        assertThat(inForce(rules)).isEqualTo("edition-1");
    }

    @Property
    void acceptsAnyTextAsRuleBookOrRejectsItWithReasons(@ForAll("texts") String text) {
        try {
            assertThat(RuleBookCsvReader.read("draft", new StringReader(text), REGISTRY)
                            .rules())
                    .isNotEmpty();
        } catch (InvalidRulesException e) {
            assertThat(e.errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.reason()).isNotBlank());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(HEADER, LAMP, ROAD, ",", "\"", "\n", "\r", "name", "name,name\n", "#", "(", "\uFEFF"),
                Arbitraries.strings().ofMaxLength(8));
        return pieces.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private ActiveRuleBookProvider rules() {
        return new ActiveRuleBookProvider(() -> versions, () -> REGISTRY, TABLES, () -> now);
    }

    private static String inForce(ActiveRuleBookProvider rules) {
        return rules.get().ruleBook().version();
    }

    private void publishEdition(String text) {
        publishEdition(text, NOW);
    }

    private void publishEdition(String text, Instant validFrom) {
        int number = versions.history(ActiveRuleBookProvider.KEY).size() + 1;
        versions = versions.with(List.of(new VersionedValue<>(
                ActiveRuleBookProvider.KEY,
                number,
                number,
                NOW,
                "DESK",
                "a test",
                new RuleBookEdition(text, validFrom))));
    }
}
