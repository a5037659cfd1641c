package id.pintu.routing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.WireJsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RegistryEntryValidatorTest {

    private final RegistryEntryValidator validator = new RegistryEntryValidator(SampleRegistryEntries.REGIONS);

    @Test
    void acceptsACompleteEntry() {
        Map<String, RegistryEntry> all =
                SampleRegistryEntries.byCode(SampleRegistryEntries.semarang(), SampleRegistryEntries.centralJava());
        assertThat(validator.validate(SampleRegistryEntries.semarang(), all)).isEmpty();
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
                "parent      | D.33.74           | parent       | a cycle through D.33.74",
                "connection  | {\"connected\":true,\"since\":\"0001-01-01\"} | connected_since | is from 2000-01-01",
                "connection  | {\"connected\":true,\"since\":\"2100-01-01\"} | connected_since | to 2099-12-31",
                "smsKeywords | [\"kota\"]        | sms_keywords | upper case",
                "smsKeywords | [\"KOTA  SEMARANG\"] | sms_keywords | single spaces",
                "smsKeywords | [\"JATENG\"]      | sms_keywords | is a keyword of P.33",
            })
    void reportsErrorsWithTheirField(String field, String value, String errorField, String message) {
        ObjectNode json = WireJsonMapper.MAPPER.valueToTree(SampleRegistryEntries.semarang());
        json.set(
                field,
                value.startsWith("[") || value.startsWith("{") || value.startsWith("\"")
                        ? WireJsonMapper.MAPPER.readTree(value)
                        : json.stringNode(value));
        RegistryEntry entry = WireJsonMapper.MAPPER.treeToValue(json, RegistryEntry.class);
        Map<String, RegistryEntry> all = SampleRegistryEntries.byCode(
                entry,
                SampleRegistryEntries.centralJava().toBuilder()
                        .smsKeywords(List.of("JATENG"))
                        .build());

        assertThat(validator.validate(entry, all)).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(errorField);
            assertThat(error.message()).contains(message);
        });
    }

    @ParameterizedTest(name = "{0}, {1}, below {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "D.33.74.DISHUB    | unit       | D.33.74     |        |",
                "D.33.74.OPD.TRANS | unit       | D.33.74.OPD |        |",
                "D.33.74.DISHUB    | unit       | ''          | parent | is required of a unit",
                "D.33.74.DISHUB    | unit       | P.33        | code   | its parent's code and one more part",
                "K.DISHUB          | unit       | D.33.74     | code   | its parent's code and one more part",
                "B.TRANS           | bumd       | D.33.74.OPD | parent | only units can be below a unit",
            })
    void requiresThatAUnitIsPartOfItsParent(
            String code, String kind, String parent, @Nullable String field, @Nullable String message) {
        ObjectNode json =
                WireJsonMapper.MAPPER.valueToTree(SampleRegistryEntries.unit(code, "Unit", List.of(), List.of()));
        json.put("kind", kind);
        json.put("parent", parent);
        if (parent.isEmpty()) {
            json.remove("parent");
        }
        RegistryEntry entry = WireJsonMapper.MAPPER.treeToValue(json, RegistryEntry.class);
        RegistryEntry office = SampleRegistryEntries.unit("D.33.74.OPD", "OPD", List.of(), List.of());
        Map<String, RegistryEntry> all = SampleRegistryEntries.byCode(
                SampleRegistryEntries.semarang(), SampleRegistryEntries.centralJava(), office, entry);

        if (message == null) {
            assertThat(validator.validate(entry, all)).isEmpty();
        } else {
            assertThat(validator.validate(entry, all)).anySatisfy(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.message()).contains(message);
            });
        }
    }

    @Test
    void diffListsEachChangedFieldWithOldAndNewText() {
        RegistryEntry before = SampleRegistryEntries.semarang();
        RegistryEntry after =
                before.toBuilder().connection(FeedConnectionStatus.NONE).build();

        assertThat(RegistryDiff.between(
                        SampleRegistryEntries.byCode(before, SampleRegistryEntries.centralJava()),
                        List.of(after, SampleRegistryEntries.centralJava(), SampleRegistryEntries.denpasar())))
                .isEqualTo(new RegistryDiff(
                        List.of("D.51.71"),
                        List.of(new RegistryDiff.ChangedInstitution(
                                "D.33.74",
                                List.of(
                                        new RegistryDiff.ChangedField("connected", "ya", "tidak"),
                                        new RegistryDiff.ChangedField("decree", "SK 065/12/2019", ""),
                                        new RegistryDiff.ChangedField("connected_since", "2019-01-02", "")))),
                        1));
    }
}
