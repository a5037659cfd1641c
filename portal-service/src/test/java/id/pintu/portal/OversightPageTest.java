package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.portal.oversight.ComplaintFactTable;
import id.pintu.portal.oversight.GeneratedLedger;
import id.pintu.portal.supervision.LedgerReadingProgress;
import id.pintu.portal.supervision.SupervisedInstitutionIndex;
import id.pintu.support.accounts.RoleGrant;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of the pages of oversight and of their REST endpoints: who sees what, and that both say the same. */
class OversightPageTest extends AbstractPortalTest {

    private static final String NATION = "/pengawasan";
    private static final String PROVINCE = "/pengawasan/P.33";
    private static final List<ComplaintEvent> LEDGER =
            new GeneratedLedger(11, Instant.parse("2025-10-01T00:00:00Z"), Duration.ofDays(150)).withRepeats(600);

    @Autowired
    private ComplaintFactTable facts;

    @Autowired
    private SupervisedInstitutionIndex registry;

    @BeforeEach
    void fill() {
        if (facts.size() < 600) {
            LEDGER.forEach(facts::apply);
            GeneratedLedger.INSTITUTIONS.stream()
                    .limit(GeneratedLedger.INSTITUTIONS.size() - 1L)
                    .forEach(each ->
                            register(each.code(), each.name(), !each.code().equals("D.33.01")));
            register("D.33.02", "Pemerintah Kabupaten Banyumas", true);
            register("P.51", "Pemerintah Provinsi Bali", true);
        }
        PortalTestConfiguration.progress = new LedgerReadingProgress(Optional.of(SampleComplaintEvents.MORNING), 100);
    }

    private void register(String code, String name, boolean connected) {
        registry.handle(code, Optional.of("""
                        {"value": {"code": "%s", "name": "%s", "kind": "pemerintah_kota", "connection": {"connected": %s}}}""".formatted(code, name, connected).getBytes(StandardCharsets.UTF_8)));
    }

    private DeskTestOfficer signedInAs(String role) {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse(role));
        DeskTestOfficer officer = officer();
        officer.signIn();
        return officer;
    }

    @ParameterizedTest
    @ValueSource(strings = {NATION, PROVINCE})
    void showsEveryTextInBothLanguages(String path) {
        DeskTestOfficer observer = signedInAs("national-observer");

        String indonesian = observer.open(path).body();
        String english = observer.open(path + "?lang=en").body();
        assertThat(indonesian)
                .contains("laporan diterima", "Tepat waktu", "Dihitung sampai Selasa, 3 Maret 2026", "lang=\"id\"")
                .doesNotContain("??", "style=\"", "Exception");
        assertThat(english)
                .contains("reports received", "On time", "Counted until", "lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void theSentenceOfThePageIsThatOfTheEndpoint() {
        DeskTestOfficer desk = signedInAs("national-desk");
        JsonNode total = json("/v1/oversight/nation").path("total");

        assertThat(total.path("received").asInt()).isPositive();
        assertThat(desk.open(NATION).body())
                .contains("%d laporan diterima, %d\u00a0%% ditindaklanjuti: %d\u00a0%% selesai, %d\u00a0%% proses."
                        .formatted(
                                total.path("received").asInt(),
                                total.path("followedUpPercent").asInt(),
                                total.path("selesaiPercent").asInt(),
                                total.path("prosesPercent").asInt()));
        assertThat(total.path("selesai").asInt() + total.path("proses").asInt())
                .isEqualTo(total.path("followedUp").asInt());
    }

    @Test
    void showsInstitutionsWithoutReportsAndByName() {
        String page = signedInAs("national-observer").open(PROVINCE).body();

        assertThat(page)
                .contains("Kabupaten Banyumas", "Kota Semarang", "Pemerintah Provinsi Jawa Tengah")
                .doesNotContain("Denpasar", "Pemerintah Kota");
    }

    @Test
    void leadsToCasesOnlyWhoMaySeeThem() {
        assertThat(signedInAs("province-oversight@P.33").open(PROVINCE).body())
                .contains("href=\"/instansi/D.33.74?lang=id\"", "href=\"/instansi/D.33.74/");
        for (String role : List.of("national-observer", "national-desk", "arbiter")) {
            assertThat(signedInAs(role).open(PROVINCE).body())
                    .contains("Semarang")
                    .doesNotContain("/instansi/D.33");
        }
    }

    @Test
    void neverNamesAComplaintToAnObserver() {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("national-observer"));
        Pattern number =
                Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]");
        DeskTestOfficer observer = signedInAs("national-observer");
        for (String path : List.of(NATION, PROVINCE)) {
            assertThat(number.matcher(observer.open(path).body()).find()).isFalse();
        }
        for (String path : List.of("/v1/oversight/nation", "/v1/oversight/provinces/P.33")) {
            assertThat(number.matcher(get(path).body()).find()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "province-oversight@P.33, /pengawasan/P.33, 200",
        "province-oversight@P.33, /pengawasan/P.51, 403",
        "province-oversight@P.33, /pengawasan/D.33.74, 403",
        "province-oversight@P.33, /pengawasan, 303",
        "province-oversight@P.33, /pengawasan/tabel.csv, 403",
        "province-oversight@P.33, /pengawasan/P.33/tabel.csv, 200",
        "province-oversight@P.33, /pengawasan/P.33/laporan.pdf, 200",
        "province-oversight@P.33, /pengawasan/P.51/laporan.pdf, 403",
        "national-observer, /pengawasan/P.99, 404",
        "national-observer, /pengawasan/laporan.pdf, 200",
        "arbiter, /pengawasan, 200",
        "liaison-officer@D.33.74, /pengawasan, 403",
        "liaison-officer@P.33, /pengawasan/P.33, 403",
        "system-operator, /pengawasan, 403"
    })
    void isForOversightOnly(String role, String path, int status) {
        assertThat(signedInAs(role).open(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "province-oversight@P.33, /v1/oversight/provinces/P.33, 200",
        "province-oversight@P.33, /v1/oversight/provinces/D.33.74, 404",
        "national-observer, /v1/oversight/provinces/P.51, 200",
        "national-observer, /v1/oversight/provinces/P.99, 404"
    })
    void answersProgramsLikewise(String role, String path, int status) {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse(role));
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void asksToSignInAndLeadsBack() {
        HttpResponse<String> asked = officer().open(PROVINCE);

        assertThat(asked.body()).contains("/meja/masuk/pintu?tujuan=/pengawasan/P.33");
        assertThat(asked.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "period=2026-13, period",
        "period=neverland, period",
        "from=2026-01-01, to",
        "to=2026-01-01, from",
        "from=2026-02-30&to=2026-03-01, from",
        "from=2026-03-02&to=2026-03-01, to",
        "from=1999-01-01&to=2026-03-01, to",
        "from=2000-01-01&to=+999999999-12-31, to",
        "from=-999999999-01-01&to=2026-03-01, to"
    })
    void namesTheFieldOfAPeriodThatCannotBeRead(String query, String field) {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("national-observer"));
        HttpResponse<String> refused = get("/v1/oversight/nation?" + query.replace("+", "%2B"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
        HttpResponse<String> page = signedInAs("national-observer")
                .open(NATION + "?"
                        + query.replace("+", "%2B")
                                .replace("period=", "periode=")
                                .replace("from=", "dari=")
                                .replace("to=", "sampai="));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("dua belas bulan terakhir").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"2026-Q1, 2026-01-01, 2026-03-31", "2025, 2025-01-01, 2025-12-31", "2026-02, 2026-02-01, 2026-02-28"})
    void readsNamedPeriods(String name, String from, String to) {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("national-observer"));
        JsonNode nation = json("/v1/oversight/nation?period=" + name);

        assertThat(nation.path("from").asString()).isEqualTo(from);
        assertThat(nation.path("to").asString()).isEqualTo(to);
    }

    @Test
    void saysThatThereIsNothingInAnEmptyPeriod() {
        DeskTestOfficer observer = signedInAs("national-observer");

        for (String path : List.of(NATION, PROVINCE)) {
            HttpResponse<String> page = observer.open(path + "?periode=2001");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Tidak ada laporan pada masa ini.");
        }
        assertThat(observer.open("/pengawasan/laporan.pdf?periode=2001").statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysThatItIsStillReading() {
        PortalTestConfiguration.progress = new LedgerReadingProgress(Optional.empty(), 45);

        assertThat(signedInAs("national-observer").open(NATION).body()).contains("baru 45 %");
        assertThat(json("/v1/oversight/nation").has("asOf")).isFalse();
    }

    @Test
    void tableForSpreadsheetsHasTheSameSums() {
        PortalTestConfiguration.grants = List.of(RoleGrant.parse("province-oversight@P.33"));
        JsonNode province = json("/v1/oversight/provinces/P.33");
        register("D.33.03", "=HYPERLINK(\\\"http://example.com\\\")", true);
        String table = signedInAs("province-oversight@P.33")
                .open(PROVINCE + "/tabel.csv")
                .body();

        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .startsWith("total,,,,%d,%d,"
                        .formatted(
                                province.path("total").path("received").asInt(),
                                province.path("total").path("followedUp").asInt()));
        assertThat(table).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
        registry.handle("D.33.03", Optional.empty());
    }

    @Test
    void reportToPrintIsAPdfWithANameThatSaysWhatItIs() {
        HttpResponse<String> report = signedInAs("national-observer").open(PROVINCE + "/laporan.pdf?periode=2026-Q1");

        assertThat(report.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(report.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("pengawasan-P.33-2026-01-01-2026-03-31.pdf");
        assertThat(report.body()).startsWith("%PDF-");
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return browser().get(path, "Authorization", "Bearer token");
    }
}
