package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.routing.Reports;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.RoutingDecision.Assign;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sentences made up for as many institutions as possible, routed by rules, registry and places alone. */
class SentencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Router ROUTER = router();

    private record Sentence(String institution, String text) {

        List<String> choices() {
            return ROUTER.likeliest(Reports.saying(text), 3, DAY).stream()
                    .map(Choice::institution)
                    .toList();
        }
    }

    private final List<Sentence> sentences = read();

    @Test
    void nineOfTenHaveTheRightDoorFirstAndAlmostAllAmongThree() {
        List<Sentence> notFirst = sentences.stream()
                .filter(each -> !each.choices().stream().limit(1).toList().contains(each.institution()))
                .toList();
        List<Sentence> notAmongThree = sentences.stream()
                .filter(each -> !each.choices().contains(each.institution()))
                .toList();

        assertThat(notFirst).hasSizeLessThan(sentences.size() * 12 / 100);
        assertThat(notAmongThree).hasSizeLessThan(sentences.size() * 4 / 100);
    }

    @Test
    void whatGoesWithoutTheDeskGoesToTheRightDoor() {
        assertThat(sentences)
                .allSatisfy(each -> assertThat(ROUTER.decide(Reports.saying(each.text()), Set.of(), DAY))
                        .satisfiesAnyOf(
                                decision -> assertThat(decision).isNotInstanceOf(Assign.class),
                                decision -> assertThat(((Assign) decision)
                                                .institution()
                                                .code())
                                        .isEqualTo(each.institution())));
    }

    /** dapat, bukan, lebih, seperti: what an SMS leaves of them are also the abbreviations of a list, a body, a help and a form. */
    @Test
    void aWordCutShortIsNoAbbreviation() {
        List<String> choices = new Sentence("", "sy sdh lbh dr sebulan blm dpt kks, bkn cuma sekali spt ini").choices();

        assertThat(choices).startsWith("K.SOS").doesNotContain("L.KPU", "K.HUKUM", "K.KEU");
    }

    private static List<Sentence> read() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(SentencesTest.class.getResourceAsStream("/routing/sentences.csv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new Sentence(row.getField("institution_code"), row.getField("text")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Router router() {
        Tables tables = new Tables();
        return new Router(tables.knowledge(), Experience.none());
    }
}
