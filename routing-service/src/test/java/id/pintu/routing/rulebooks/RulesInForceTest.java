package id.pintu.routing.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.house.versions.Version;
import id.pintu.house.versions.Versions;
import id.pintu.routing.book.BrokenRules;
import id.pintu.routing.csv.RuleTable;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.registry.Registry;
import id.pintu.routing.whatif.Edition;
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

/** Editions as they come over the topic, whoever wrote them and with whatever build. */
class RulesInForceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Tables TABLES = new Tables();
    private static final Registry REGISTRY = TABLES.registry();
    private static final String HEADER =
            "name,query,affair,level,institution,unit,settles,kinds,valid_from,valid_until,legal_basis\n";
    private static final String LAMP = "lampu,lampu,Lampu jalan,kabkota,,,,,,,UU 38/2004\n";
    private static final String ROAD = "jalan,jalan,Jalan,kabkota,,,,,,,UU 38/2004\n";

    private Versions<Edition> versions = Versions.none();
    private Instant now = NOW;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lain,lampu AND (,Lain,kabkota,,,,,,,UU                 | 3 | not a query",
                "lampu-lagi,lampu,Lampu lagi,kabkota,,,,,,,UU            | 3 | can never",
                "lain,kereta,Kereta,pusat,K.TIDAKADA,,,,,,UU            | 3 | there is no institution K.TIDAKADA",
                "lain,kereta,Kereta,pusat,,,,,,,UU                      | 3 | names its institution",
                "lain,kereta,Kereta,kabkota,,,ya,,2027-01-01,2026-01-01,UU | 3 | it ends before it begins",
                "Lain Sekali,kereta,Kereta,kabkota,,,,,,,UU             | 3 | small letters and hyphens"
            })
    void aBrokenOrShadowedRuleIsRefusedWithLineAndReasonAndTheFormerBookStaysInForce(
            String row, int line, String reason) {
        String broken = HEADER + LAMP + row + "\n";
        assertThatThrownBy(() -> RuleTable.read("draft", new StringReader(broken), REGISTRY))
                .isInstanceOfSatisfying(
                        BrokenRules.class,
                        e -> assertThat(e.flaws()).anySatisfy(flaw -> {
                            assertThat(flaw.line()).isEqualTo(line);
                            assertThat(flaw.reason()).contains(reason);
                        }));

        RulesInForce rules = rules();
        comes(HEADER + LAMP);
        assertThat(inForce(rules)).isEqualTo("edition-1");
        comes(broken);
        assertThat(inForce(rules)).isEqualTo("edition-1");
        assertThat(inForce(rules())).as("after a restart").isEqualTo("edition-1");
        comes(HEADER + LAMP + ROAD);
        assertThat(inForce(rules)).isEqualTo("edition-3");
    }

    @Test
    void anEmptyBookIsBrokenTooForItWouldSendEverythingToTheDesk() {
        RulesInForce rules = rules();
        comes(HEADER + LAMP);
        comes(HEADER);
        comes("");
        comes("<html>502 Bad Gateway</html>");
        assertThat(inForce(rules)).isEqualTo("edition-1");
    }

    @Test
    void aPlannedEditionThatIsBrokenNeverTakesThePlaceOfAGoodOne() {
        RulesInForce rules = rules();
        comes(HEADER + LAMP);
        comes(HEADER + "lain,(,Lain,kabkota,,,,,,,UU\n", NOW.plus(Duration.ofDays(1)));
        assertThat(inForce(rules)).isEqualTo("edition-1");
        now = NOW.plus(Duration.ofDays(2));
        assertThat(inForce(rules)).isEqualTo("edition-1");
    }

    @Property
    void anyTextIsABookOrIsRefusedWithItsReasons(@ForAll("texts") String text) {
        try {
            assertThat(RuleTable.read("draft", new StringReader(text), REGISTRY).rules())
                    .isNotEmpty();
        } catch (BrokenRules e) {
            assertThat(e.flaws())
                    .isNotEmpty()
                    .allSatisfy(flaw -> assertThat(flaw.reason()).isNotBlank());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(HEADER, LAMP, ROAD, ",", "\"", "\n", "\r", "name", "name,name\n", "#", "(", "\uFEFF"),
                Arbitraries.strings().ofMaxLength(8));
        return pieces.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private RulesInForce rules() {
        return new RulesInForce(() -> versions, () -> REGISTRY, TABLES, () -> now);
    }

    private static String inForce(RulesInForce rules) {
        return rules.get().book().version();
    }

    private void comes(String text) {
        comes(text, NOW);
    }

    private void comes(String text, Instant validFrom) {
        int number = versions.history(RulesInForce.KEY).size() + 1;
        versions = versions.with(List.of(
                new Version<>(RulesInForce.KEY, number, number, NOW, "DESK", "a test", new Edition(text, validFrom))));
    }
}
