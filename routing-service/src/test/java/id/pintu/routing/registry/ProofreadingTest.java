package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ProofreadingTest {

    private final Proofreading proofreading = new Proofreading(Entries.REGIONS);

    @Test
    void letsAWholeEntryStand() {
        Map<String, Entry> all = Entries.byCode(Entries.semarang(), Entries.centralJava());
        assertThat(proofreading.flaws(Entries.semarang(), all)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "code        | d.33.74           | code         | capital letters",
                "code        | D.33_74           | code         | capital letters",
                "code        | DESK              | code         | capital letters",
                "code        | D.51.71           | region_code  | D. and the code of its region",
                "name        | '\"\"'            | name         | is required",
                "kind        | pemkot            | kind         | is one of badan_hukum_publik",
                "kind        | pemerintah_provinsi | region_code| P. and the code of its region",
                "region      | 99.99             | region_code  | no region 99.99",
                "parent      | P.99              | parent       | no institution P.99",
                "parent      | D.33.74           | parent       | leads back to D.33.74",
                "smsKeywords | [\"kota\"]        | sms_keywords | upper case",
                "smsKeywords | [\"KOTA  SEMARANG\"] | sms_keywords | single spaces",
                "smsKeywords | [\"JATENG\"]      | sms_keywords | is a keyword of P.33",
            })
    void saysWhatCannotStandAndInWhichField(String field, String value, String flawed, String message) {
        ObjectNode json = WireJson.MAPPER.valueToTree(Entries.semarang());
        json.set(
                field,
                value.startsWith("[") || value.startsWith("\"")
                        ? WireJson.MAPPER.readTree(value)
                        : json.stringNode(value));
        Entry entry = WireJson.MAPPER.treeToValue(json, Entry.class);
        Map<String, Entry> all = Entries.byCode(entry, Entries.centralJava().with(List.of("JATENG")));

        assertThat(proofreading.flaws(entry, all)).anySatisfy(flaw -> {
            assertThat(flaw.field()).isEqualTo(flawed);
            assertThat(flaw.message()).contains(message);
        });
    }

    @ParameterizedTest(name = "{0}, {1}, below {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74.DISHUB    | unit       | D.33.74     |        |",
                "D.33.74.OPD.TRANS | unit       | D.33.74.OPD |        |",
                "D.33.74.DISHUB    | unit       | ''          | parent | is required of a unit",
                "D.33.74.DISHUB    | unit       | P.33        | code   | its parent's with a part more",
                "K.DISHUB          | unit       | D.33.74     | code   | its parent's with a part more",
                "B.TRANS           | bumd       | D.33.74.OPD | parent | nothing but units stands below one",
            })
    void aUnitIsAPartOfItsParent(
            String code, String kind, String parent, @Nullable String field, @Nullable String message) {
        ObjectNode json = WireJson.MAPPER.valueToTree(Entries.unit(code, "Unit", List.of(), List.of()));
        json.put("kind", kind);
        json.put("parent", parent);
        if (parent.isEmpty()) {
            json.remove("parent");
        }
        Entry entry = WireJson.MAPPER.treeToValue(json, Entry.class);
        Entry office = Entries.unit("D.33.74.OPD", "OPD", List.of(), List.of());
        Map<String, Entry> all = Entries.byCode(Entries.semarang(), Entries.centralJava(), office, entry);

        if (message == null) {
            assertThat(proofreading.flaws(entry, all)).isEmpty();
        } else {
            assertThat(proofreading.flaws(entry, all)).anySatisfy(flaw -> {
                assertThat(flaw.field()).isEqualTo(field);
                assertThat(flaw.message()).contains(message);
            });
        }
    }

    @Test
    void aDifferenceNamesEachFieldWithBeforeAndAfter() {
        Entry before = Entries.semarang();
        Entry after = before.with(Connection.NONE);

        assertThat(Difference.between(
                        Entries.byCode(before, Entries.centralJava()),
                        List.of(after, Entries.centralJava(), Entries.denpasar())))
                .isEqualTo(new Difference(
                        List.of("D.51.71"),
                        List.of(new Difference.Changed(
                                "D.33.74",
                                List.of(
                                        new Difference.Field("connected", "ya", "tidak"),
                                        new Difference.Field("decree", "SK 065/12/2019", ""),
                                        new Difference.Field("connected_since", "2019-01-02", "")))),
                        1));
    }
}
