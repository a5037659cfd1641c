package id.pintu.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.csv.RuleBookCsvReader;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.text.TokenizedText;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    private static final InstitutionRegistry REGISTRY = new BundledTablesLoader().registry();
    private static final String HEADER =
            "name,query,affair,level,institution,unit,settles,regions,kinds,doors,categories,valid_from,valid_until,legal_basis\n";

    @ParameterizedTest(name = "{0} in ''{1}'': {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "jalan                            | Jalan rusak!            | true",
                "jalan                            | jalanan rusak           | false",
                "jalan*                           | jalanan rusak           | true",
                "'\"jalan rusak\"'                | jalan kami rusak        | false",
                "'\"jalan rusak\"~1'              | jalan kami rusak        | true",
                "'\"jalan rusak\"~1'              | jalan di sini rusak     | false",
                "'\"e-KTP\"'                      | E KTP saya              | true",
                "jalan AND rusak                  | rusak sekali jalan ini  | true",
                "jalan AND rusak                  | jalan ini baik          | false",
                "jalan OR gang                    | gang kami               | true",
                "jalan NOT tol                    | jalan tol               | false",
                "jalan NOT tol                    | jalan desa              | true",
                "+jalan +(rusak lubang) -tol      | lubang di jalan         | true",
                "+jalan +(rusak lubang) -tol      | jalan desa              | false",
                "*:*                              | apa saja                | true",
            })
    void matchesQueriesInLuceneSyntax(String query, String text, boolean matches) {
        assertThat(ruleBook("r," + quoted(query) + ",A,pusat,K.PU,,,,,,,,,UU")
                        .matches(input(text, LocalDate.EPOCH))
                        .isEmpty())
                .isEqualTo(!matches);
    }

    @Test
    void appliesOnlyInItsPeriodRegionChannelKindAndCategory() {
        RuleBook ruleBook = ruleBook("r,jalan,A,pusat,K.PU,,,33,complaint,sms,JALAN,2026-01-01,2026-12-31,UU");
        RuleInput fitting = new RuleInput(
                TokenizedText.of("jalan"),
                Set.of("33.74", "33"),
                ComplaintKind.COMPLAINT,
                IntakeChannel.SMS,
                Optional.of("JALAN/RUSAK"),
                LocalDate.of(2026, 12, 31));

        assertThat(ruleBook.matches(fitting)).hasSize(1);
        assertThat(ruleBook.matches(new RuleInput(
                        fitting.words(),
                        Set.of("32"),
                        fitting.kind(),
                        fitting.channel(),
                        fitting.category(),
                        fitting.day())))
                .isEmpty();
        assertThat(ruleBook.matches(new RuleInput(
                        fitting.words(),
                        fitting.regions(),
                        ComplaintKind.ASPIRATION,
                        fitting.channel(),
                        fitting.category(),
                        fitting.day())))
                .isEmpty();
        assertThat(ruleBook.matches(new RuleInput(
                        fitting.words(),
                        fitting.regions(),
                        fitting.kind(),
                        IntakeChannel.WEB,
                        fitting.category(),
                        fitting.day())))
                .isEmpty();
        assertThat(ruleBook.matches(new RuleInput(
                        fitting.words(),
                        fitting.regions(),
                        fitting.kind(),
                        fitting.channel(),
                        Optional.empty(),
                        fitting.day())))
                .isEmpty();
        assertThat(ruleBook.matches(new RuleInput(
                        fitting.words(),
                        fitting.regions(),
                        fitting.kind(),
                        fitting.channel(),
                        fitting.category(),
                        LocalDate.of(2027, 1, 1))))
                .isEmpty();
    }

    @Test
    void weighsMoreWordsLongerWordsAndBoostsHigher() {
        RuleBook ruleBook = ruleBook("a,jalan OR rusak,A,pusat,K.PU,,,,,,,,,UU\nb,jalan^3,B,pusat,K.HUB,,,,,,,,,UU");

        assertThat(ruleBook.matches(input("jalan rusak", LocalDate.EPOCH)))
                .extracting(match -> match.rule().name() + " " + match.weight())
                .containsExactly("a 10.0", "b 15.0");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x,jalan AND (,A,pusat,K.PU,,,,,,,,,UU            | 3 | not a query",
                "x,-jalan,A,pusat,K.PU,,,,,,,,,UU                 | 3 | only excludes words",
                "x,ja*,A,pusat,K.PU,,,,,,,,,UU                    | 3 | at least 3 letters",
                "x,jalan~,A,pusat,K.PU,,,,,,,,,UU                 | 3 | are supported, not fuzzy",
                "x,kota:bandung,A,pusat,K.PU,,,,,,,,,UU           | 3 | no field 'kota'",
                "x,jalan tol,A,galaxy,K.PU,,,,,,,,,UU             | 3 | is none of pusat",
                "x,jalan tol,A,pusat,,,,,,,,,,UU                  | 3 | requires an institution",
                "x,jalan tol,A,pusat,K.NONE,,,,,,,,,UU            | 3 | no institution K.NONE",
                "x,jalan tol,A,pusat,K.PU,,maybe,,,,,,,UU         | 3 | column 'settles': is ya or empty",
                "x,jalan tol,A,pusat,K.PU,,,99,,,,,,UU            | 3 | no region 99",
                "x,jalan tol,A,pusat,K.PU,,,,,,,soon,,UU          | 3 | column 'valid_from': is a date",
                "x,jalan tol,A,pusat,K.PU,,,,,,,2027-01-01,2026-01-01,UU | 3 | column 'valid_until': is before valid_from",
                "x,jalan tol,A,pusat,K.PU,,,,,,,0001-01-01,,UU    | 3 | column 'valid_from': is from 2000-01-01 to 2099-12-31",
                "x,jalan tol,A,pusat,K.PU,,,,,,,,+12026-01-01,UU  | 3 | column 'valid_until': is from 2000-01-01 to 2099-12-31",
                "X Y,jalan tol,A,pusat,K.PU,,,,,,,,,UU            | 3 | small letters and hyphens",
                "first,gang,A,pusat,K.PU,,,,,,,,,UU               | 3 | line 2 has the same name",
                "ruling,gang,A,pusat,K.PU,,,,,,,,,UU              | 3 | the name is reserved",
                // shadowed by the first rule: first,jalan OR rusak
                "x,rusak,A,pusat,K.HUB,,,,,,,,,UU                 | 3 | can never decide: line 2 (first)",
                "x,jalan AND rusak,A,pusat,K.HUB,,,,,,,,,UU       | 3 | can never decide: line 2 (first)",
                "x,jalan,A,pusat,K.HUB,,,33,,,,,,UU               | 3 | can never decide: line 2 (first)",
            })
    void rejectsAnInvalidOrShadowedRuleWithLineAndReason(String row, int line, String reason) {
        assertThatThrownBy(() -> ruleBook("first,jalan OR rusak,A,pusat,K.PU,,,,,,,,,UU\n" + row))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("line " + line + " ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"jalan^2", "jalan AND tol", "jalan tol", "jala*"})
    void acceptsARuleThatCanWeighMoreThanAnEarlierOne(String query) {
        assertThat(ruleBook("first,jalan OR rusak,A,pusat,K.PU,,,,,,,,,UU\nx," + query + ",B,pusat,K.HUB,,,,,,,,,UU")
                        .rules())
                .hasSize(2);
    }

    private static RuleBook ruleBook(String rows) {
        return RuleBookCsvReader.read("1", new StringReader(HEADER + rows + "\n"), REGISTRY);
    }

    private static RuleInput input(String text, LocalDate day) {
        return new RuleInput(
                TokenizedText.of(text), Set.of(), ComplaintKind.COMPLAINT, IntakeChannel.WEB, Optional.empty(), day);
    }

    private static String quoted(String query) {
        return '"' + query.replace("\"", "\"\"") + '"';
    }
}
