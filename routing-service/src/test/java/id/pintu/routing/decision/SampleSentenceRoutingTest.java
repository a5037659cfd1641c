package id.pintu.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.routing.SampleReports;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
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

/** Sentences written for as many institutions as possible, routed by rules, registry and places alone. */
class SampleSentenceRoutingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ComplaintRouter ROUTER = router();

    private record SampleSentence(String institution, String text) {

        List<String> choices() {
            return ROUTER.likeliest(SampleReports.withText(text), 3, DAY).stream()
                    .map(InstitutionLikelihood::institution)
                    .toList();
        }
    }

    private final List<SampleSentence> sentences = read();

    @Test
    void ranksTheRightInstitutionFirstForNineOfTenAndAmongThreeForAlmostAll() {
        List<SampleSentence> notFirst = sentences.stream()
                .filter(each -> !each.choices().stream().limit(1).toList().contains(each.institution()))
                .toList();
        List<SampleSentence> notAmongThree = sentences.stream()
                .filter(each -> !each.choices().contains(each.institution()))
                .toList();

        assertThat(notFirst).hasSizeLessThan(sentences.size() * 12 / 100);
        assertThat(notAmongThree).hasSizeLessThan(sentences.size() * 4 / 100);
    }

    @Test
    void assignsToTheRightInstitutionWheneverItAssigns() {
        assertThat(sentences)
                .allSatisfy(each -> assertThat(ROUTER.decide(SampleReports.withText(each.text()), Set.of(), DAY))
                        .satisfiesAnyOf(
                                decision -> assertThat(decision).isNotInstanceOf(Assign.class),
                                decision -> assertThat(((Assign) decision)
                                                .institution()
                                                .code())
                                        .isEqualTo(each.institution())));
    }

    /** SMS short forms of dapat, bukan, lebih and seperti are also abbreviations of institutions, programmes and forms. */
    @Test
    void doesNotTakeAnSmsShortFormForAnAbbreviation() {
        List<String> choices =
                new SampleSentence("", "sy sdh lbh dr sebulan blm dpt kks, bkn cuma sekali spt ini").choices();

        assertThat(choices).startsWith("K.SOS").doesNotContain("L.KPU", "K.HUKUM", "K.KEU");
    }

    private static List<SampleSentence> read() {
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(
                                SampleSentenceRoutingTest.class.getResourceAsStream("/routing/sentences.csv")),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> new SampleSentence(row.getField("institution_code"), row.getField("text")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ComplaintRouter router() {
        BundledTablesLoader tables = new BundledTablesLoader();
        return new ComplaintRouter(tables.knowledge(), LearnedRoutingModel.untrained());
    }
}
