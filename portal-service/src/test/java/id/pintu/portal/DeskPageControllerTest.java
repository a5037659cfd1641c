package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.portal.StubHttpService.RecordedRequest;
import id.pintu.portal.StubHttpService.StubResponse;
import id.pintu.portal.desk.OfficerToken;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of the desk's page over HTTP, without script: every button is a plain form. */
@ExtendWith(OutputCaptureExtension.class)
class DeskPageControllerTest extends AbstractPortalTest {

    private final StubDeskApi desk = new StubDeskApi();

    @SuppressWarnings("NullAway.Init")
    private DeskTestOfficer officer;

    @BeforeEach
    void signIn() {
        ROUTING.respondWith(desk);
        officer = officer().signedIn();
    }

    @Test
    void showsTheOldestComplaintWithReasonAndCandidates() {
        desk.enqueue("desk", 2, StubDeskApi.undecidedComplaint(2, "Jalan rusak"))
                .enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu <b>padam"));

        assertThat(opened("/meja"))
                .contains("Lampu &lt;b&gt;padam", "Belum cukup pasti.", "2 menunggu", "Minggu, 1 Maret 2026, 09.00 WIB")
                .contains("Pemerintah Kota Semarang", "41 %", "width=\"41\"", "&lt;script&gt;PLN")
                .containsPattern("name=\"choice\" value=\"3\"[^>]*data-key=\"3\"")
                .doesNotContain("Jalan rusak", "??", StubDeskApi.KEY, "style=\"");
        assertThat(opened("/meja?lang=en"))
                .contains("Not sure enough.", "2 waiting", "Whose is it?", "Sunday, 1 March 2026")
                .doesNotContain("Belum", "menunggu", "??");
    }

    @Test
    void countsUpToOneHundredWaitingComplaints() {
        for (int number = 10; number <= 111; number++) {
            desk.enqueue("desk", number, StubDeskApi.undecidedComplaint(number, "Lampu padam"));
        }

        assertThat(opened("/meja")).contains("100+ menunggu");
    }

    @Test
    void tellsThatTheQueueIsEmpty() {
        assertThat(opened("/meja"))
                .contains("Semua laporan di antrean ini sudah ditangani")
                .doesNotContain("??");
        assertThat(opened("/meja/wasit?lang=en")).contains("Nothing waits").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"409|{}", "404|{}", "400|{\"errors\": [{\"field\": \"choice\", \"message\": \"is not one\"}]}"})
    void showsTheNextComplaintAndANoticeWhenAnotherOfficerWasFaster(int status, String problem) {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"))
                .enqueue("desk", 2, StubDeskApi.undecidedComplaint(2, "Jalan rusak"));
        desk.respondToActionsWith(status, problem);

        HttpResponse<String> answer = send("/meja/teruskan", form(Map.of("choice", "1")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(opened(answer.headers().firstValue("Location").orElseThrow()))
                .contains("petugas lain sudah lebih dahulu", "role=\"status\"", "Jalan rusak")
                .doesNotContain("Lampu padam");
    }

    @Test
    void aDoublePressHasTheSameIdempotencyKeyAndAnotherButtonADifferentOne() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));
        Map<String, String> form = form(Map.of("choice", "1"));
        send("/meja/teruskan", form);
        send("/meja/teruskan", form);
        form.put("choice", "2");
        send("/meja/teruskan", form);

        List<String> keys = actionRequests().stream()
                .map(request -> String.valueOf(request.idempotencyKey()))
                .toList();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void theSameButtonForTheWholeIncidentHasAnotherIdempotencyKey() {
        desk.enqueue("desk", 1, StubDeskApi.incidentComplaint(1, "Banjir"));
        Map<String, String> form = form(Map.of("institution", "K.PU"));
        send("/meja/teruskan", form);
        form.put("incident", StubDeskApi.id(1));
        desk.respondToActionsWith(202, "{\"complaints\": 3}");
        send("/meja/teruskan", form);

        List<String> keys = actionRequests().stream()
                .map(request -> String.valueOf(request.idempotencyKey()))
                .toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|No report of that thing waits here any more",
                "1|Passed on to Kementerian Pekerjaan Umum.",
                "2|Passed on to Kementerian Pekerjaan Umum together with 1 more of the same thing."
            })
    void showsToHowManyComplaintsTheActionApplied(int complaints, String expectedText) {
        desk.respondToActionsWith(202, "{\"complaints\": " + complaints + "}");

        String next = send(
                        "/meja/teruskan",
                        form(Map.of("institution", "K.PU", "incident", StubDeskApi.id(1), "lang", "en")))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(opened(next)).contains(expectedText).doesNotContain("??");
    }

    @Test
    void invalidFieldsKeepTheIncidentAndThePosition() {
        desk.enqueue("desk", 1, StubDeskApi.incidentComplaint(1, "Banjir"));
        desk.respondToActionsWith(400, "{\"errors\": [{\"field\": \"reason\", \"message\": \"is required\"}]}");

        String page = send(
                        "/meja/arsip",
                        form(Map.of(
                                "ground", "too-general", "incident", StubDeskApi.id(1), "without", StubDeskApi.id(7))))
                .body();

        assertThat(page)
                .containsPattern("id=\"all\"[^>]*checked")
                .contains("name=\"incident\" data-all value=\"" + StubDeskApi.id(1) + "\">")
                .contains("name=\"without\" value=\"" + StubDeskApi.id(7) + "\"");
        assertThat(opened("/meja"))
                .doesNotContainPattern("id=\"all\"[^>]*checked")
                .contains("name=\"incident\" data-all value=\"" + StubDeskApi.id(1) + "\" disabled")
                .contains("Awal &lt;b&gt;kedua");
    }

    @Test
    void ignoresMalformedQueryParameters() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));

        assertThat(opened("/meja?tanpa=banjir&bersama=banyak")).contains("Lampu padam");
        assertThat(ROUTING.requests).noneMatch(request -> request.query().contains("banjir"));
    }

    @Test
    void anUncertainResultKeepsThePageAndItsSubmission() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));
        desk.respondToActionsWith(503, "{}");
        Map<String, String> form = form(Map.of("ground", "too-general", "reason", "Kurang jelas"));

        HttpResponse<String> page = send("/meja/arsip", form);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("tidak dapat dipastikan", "Lampu padam", "Kurang jelas</textarea>", form.get("submission"))
                .contains("role=\"alert\"");
    }

    @Test
    void archivesOnAGroundAndShowsErrorsAtTheField() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));
        desk.respondToActionsWith(400, "{\"errors\": [{\"field\": \"reason\", \"message\": \"is required\"}]}");

        HttpResponse<String> page = send("/meja/arsip", form(Map.of("ground", "too-general", "reason", "")));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .containsPattern("id=\"reason\"[^>]*aria-invalid=\"true\"")
                .contains("id=\"reason-error\"", "value=\"too-general\" checked")
                .containsPattern("<details[^>]*open");

        desk.respondToActionsWith(204, "");
        HttpResponse<String> done =
                send("/meja/arsip", form(Map.of("ground", "too-general", "reason", "Kurang jelas")));
        assertThat(done.headers().firstValue("Location").orElseThrow()).contains("kabar=arsip");
        assertThat(actionRequests().getLast())
                .extracting(RecordedRequest::path, RecordedRequest::body)
                .containsExactly(
                        "/v1/desk/complaints/" + StubDeskApi.id(1) + "/archive",
                        "{\"ground\":\"too-general\",\"reason\":\"Kurang jelas\"}");
    }

    @Test
    void theArbiterSeesTheRefusalsAndRulesWithGrounds() {
        desk.enqueue("arbiter", 1, StubDeskApi.disputedComplaint(1, "Lubang di jalan"));

        assertThat(opened("/meja/wasit"))
                .contains("Pemerintah Kota Semarang: bukan wewenang kami", "Jalan ini jalan nasional")
                .contains("Menunjuk: Kementerian Pekerjaan Umum", "akan kembali ke instansi")
                .containsPattern("name=\"institution\" value=\"K.PU\"")
                .containsPattern("name=\"institution\" value=\"D.33.74\"")
                .doesNotContain("data-key=\"1\"", "??");

        desk.respondToActionsWith(400, "{\"errors\": [{\"field\": \"grounds\", \"message\": \"is required\"}]}");
        assertThat(send("/meja/wasit/putuskan", form(Map.of("institution", "K.PU", "grounds", "")))
                        .body())
                .containsPattern("id=\"grounds\"[^>]*aria-invalid=\"true\"")
                .contains("id=\"grounds-error\"");

        desk.respondToActionsWith(204, "");
        HttpResponse<String> ruled = send("/meja/wasit/putuskan", form(Map.of("institution", "K.PU", "grounds", "UU")));
        assertThat(ruled.headers().firstValue("Location").orElseThrow()).startsWith("/meja/wasit?");
        assertThat(opened(ruled.headers().firstValue("Location").orElseThrow()))
                .contains("Diputuskan: wewenang Kementerian Pekerjaan Umum.");
        assertThat(actionRequests().getLast().body()).isEqualTo("{\"institution\":\"K.PU\",\"grounds\":\"UU\"}");
    }

    @Test
    void doesNotShowTheSearchForOneComplaintWithAnother() {
        desk.enqueue("desk", 2, StubDeskApi.undecidedComplaint(2, "Jalan rusak"));

        assertThat(opened("/meja?cari=PLN&nomor=" + StubDeskApi.id(2))).contains("PT PLN");
        assertThat(opened("/meja?cari=PLN&nomor=" + StubDeskApi.id(1)))
                .contains("petugas lain sudah lebih dahulu", "Jalan rusak")
                .doesNotContain("PT PLN");
    }

    @Test
    void keepsTheLanguageAfterAnAction() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));

        String next = send("/meja/teruskan", form(Map.of("choice", "2", "institution", "K.PU", "lang", "en")))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(next).endsWith("&lang=en");
        assertThat(opened(next)).contains("Passed on to Kementerian Pekerjaan Umum.", "The end of the queue");
    }

    @Test
    void onlyTheDeskPageSendsItsOrigin() {
        for (String path : List.of("/meja", "/meja/wasit")) {
            HttpResponse<String> page = officer.open(path);
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(page.body()).contains("dua kuki").doesNotContain("tidak memakai kuki");
        }
        for (String path : List.of("/", "/lacak", "/mejaku", "/static/desk.js")) {
            assertThat(browser().open(path).headers().firstValue("Referrer-Policy"))
                    .hasValue("no-referrer");
        }
        assertThat(browser().get("/static/desk.js").statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyIsInNoPageNoUrlAndNoLogLine(CapturedOutput output) {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));
        HttpResponse<String> in = officer.signIn();
        desk.respondToActionsWith(500, "{}");
        HttpResponse<String> failed = send("/meja/teruskan", form(Map.of("choice", "1")));
        ROUTING.respondWith(any -> new StubResponse(200, "<html>"));
        String broken = opened("/meja");

        assertThat(List.of(in.body(), in.headers().firstValue("Location").orElseThrow(), failed.body(), broken))
                .noneMatch(text -> text.contains(StubDeskApi.KEY));
        assertThat(broken).contains("tidak dapat ditampilkan");
        assertThat(new OfficerToken(StubDeskApi.KEY).toString()).doesNotContain(StubDeskApi.KEY);
        assertThat(output.getAll()).contains("routing").doesNotContain(StubDeskApi.KEY);
        assertThat(ROUTING.requests)
                .noneMatch(request -> request.path().contains(StubDeskApi.KEY)
                        || request.query().contains(StubDeskApi.KEY)
                        || request.body().contains(StubDeskApi.KEY));
    }

    @Test
    void showsWhoDecidedBefore() {
        desk.enqueue("arbiter", 1, StubDeskApi.disputedComplaint(1, "Jalan"));

        String page = opened("/meja/wasit").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertThat(page)
                .contains(
                        "Keputusan sebelumnya",
                        "Diteruskan Rina &lt;Meja&gt; (Meja nasional)",
                        "Dikembalikan D.33.74 (Integrator D.33.74)",
                        "Dikembalikan (Petugas unit D.33.74)",
                        "Minggu, 1 Maret 2026, 10.00 WIB")
                .doesNotContain("officer-", "??");
    }

    @Test
    void everyControlHasALabelAndEveryDescriptionExists() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"))
                .enqueue("arbiter", 1, StubDeskApi.disputedComplaint(1, "Jalan"));

        for (String page : List.of(opened("/meja"), opened("/meja/wasit"))) {
            assertThat(Pattern.compile("id=\"([\\w.]+)\"[^>]*(?:type=\"(?:text|password)\"|rows)")
                            .matcher(page)
                            .results()
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(page).contains("for=\"" + id + "\""));
            assertThat(Pattern.compile("aria-(?:describedby|labelledby)=\"([^\"]+)\"")
                            .matcher(page)
                            .results()
                            .flatMap(found -> List.of(found.group(1).split(" ")).stream()))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        }
    }

    /** The form that the page of the first complaint sends. */
    private static Map<String, String> form(Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "number",
                StubDeskApi.id(1),
                "turn",
                StubDeskApi.cursor(1),
                "after",
                "",
                "submission",
                "0a1b2c3d-0000-4000-8000-000000000001"));
        form.putAll(typed);
        return form;
    }

    private HttpResponse<String> send(String path, Map<String, String> form) {
        return officer.submit(path, form);
    }

    private String opened(String path) {
        return officer.open(path).body();
    }

    private static List<RecordedRequest> actionRequests() {
        return ROUTING.requests.stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }
}
