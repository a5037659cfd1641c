package id.pintu.routing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.pintu.events.SubmittedReport.ReportedLocation;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.text.TokenizedText;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledTablesLoaderTest {

    private static final Map<String, String> SMALL = Map.of(
            "regions.csv",
            "code,name,timezone\n51,Bali,WITA\n51.71,Kota Denpasar,WITA\n",
            "institutions.csv",
            """
            code,name,short_name,kind,region_code,aliases
            K.PU,Kementerian Pekerjaan Umum,Kemen PU,kementerian,,PUPR; PU
            D.51.71,Pemerintah Kota Denpasar,,pemerintah_kota,51.71,
            """,
            "districts.csv",
            "code,name\n51.71.01,Denpasar Selatan\n",
            "villages.csv",
            "code,name\n51.71.01.1001,Sesetan\n",
            "nicknames.csv",
            "name,region\ndps,51.71\n",
            "everyday-names.csv",
            "name\nkota\n",
            "sms-keywords.csv",
            "keyword,institution\ndenpasar,D.51.71\n");

    @Test
    void readsRegionsInstitutionsPlacesAndKeywords() {
        BundledTablesLoader tables = new BundledTablesLoader(file -> new StringReader(SMALL.getOrDefault(file, "")));
        InstitutionRegistry registry = tables.registry(Set.of("D.51.71"));

        RegistryInstitution denpasar = registry.institution("D.51.71").orElseThrow();
        assertThat(denpasar.zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
        assertThat(denpasar.connected()).isFalse();
        RegistryInstitution works = registry.institutionByCodeOrName("pu").orElseThrow();
        assertThat(works.names()).containsExactly("Kementerian Pekerjaan Umum", "Kemen PU", "PUPR", "PU");
        assertThat(works.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(works.connected()).isTrue();
        assertThat(tables.gazetteer(registry)
                        .locate(ReportedLocation.UNKNOWN, TokenizedText.of("di dps"))
                        .likeliest()
                        .map(located -> located.region().code()))
                .contains("51.71");
        assertThat(registry.smsKeywords()).containsExactly(Map.entry("DENPASAR", "D.51.71"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "regions.csv      | 51.02,Kabupaten Tabanan,WIT+1                | 4 | WIB, WITA or WIT",
                "regions.csv      | 51.02,,WITA                                  | 4 | 'name'",
                "regions.csv      | 51.71,Kota Denpasar,WITA                     | 4 | 51.71 already",
                "regions.csv      | 51.02                                        | 4 | 1 field",
                "institutions.csv | ,Nobody,,kementerian,,                       | 4 | 'code'",
                "institutions.csv | K.X,,,kementerian,,                          | 4 | 'name'",
                "institutions.csv | D.99.99,Pemkab X,,pemerintah_kabupaten,99.99,| 4 | no region 99.99",
                "institutions.csv | K.PU,Again,,kementerian,,                    | 4 | K.PU already",
                "districts.csv    | 51.99.02,Denpasar Timur                      | 3 | no region 51.99",
                "districts.csv    | 51.71.2,Denpasar Timur                       | 3 | 51.71.2",
                "villages.csv     | 51.71.01,Sidakarya                           | 3 | 51.71.01",
                "nicknames.csv    | bali,99                                      | 3 | no region 99",
                "sms-keywords.csv | LAPOR,K.NONE                                 | 3 | no institution K.NONE",
                "sms-keywords.csv | ,K.PU                                        | 3 | 'keyword'",
                "sms-keywords.csv | Denpasar,K.PU                                | 3 | DENPASAR already",
            })
    void anInvalidRowStopsTheStartWithFileLineAndReason(String broken, String row, int line, String reason) {
        BundledTablesLoader tables = new BundledTablesLoader(
                file -> new StringReader(SMALL.getOrDefault(file, "") + (file.equals(broken) ? row : "")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    InstitutionRegistry registry = tables.registry();
                    tables.gazetteer(registry);
                    registry.smsKeywords();
                })
                .withMessageContaining(broken)
                .withMessageContaining(" line " + line + ": ")
                .withMessageContaining(reason);
    }

    @Test
    void anUnknownNotConnectedCodeStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BundledTablesLoader().registry(Set.of("D.33.74", "D.33.740")))
                .withMessage("pintu.routing.not-connected: there is no institution D.33.740");
    }

    @Test
    void loadsAllBundledTables() {
        BundledTablesLoader tables = new BundledTablesLoader();
        InstitutionRegistry registry = tables.registry();

        assertThat(registry.regions()).hasSize(552);
        assertThat(registry.institutions()).hasSize(786);
        assertThat(tables.ruleBook(registry).rules()).hasSize(166);
        assertThat(registry.smsKeywords()).containsEntry("KAB. NGANJUK", "D.35.18");
    }

    @Test
    void hasAGovernmentForEachRegion() {
        BundledTablesLoader tables = new BundledTablesLoader();
        InstitutionRegistry registry = tables.registry();

        assertThat(registry.regions())
                .allSatisfy(region ->
                        assertThat(registry.provincialGovernment(region)).isPresent())
                .allSatisfy(region -> assertThat(
                                region.isProvince()
                                        ? registry.provincialGovernment(region)
                                        : registry.localGovernment(region))
                        .isPresent());
    }
}
