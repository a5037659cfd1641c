package id.pintu.portal;

import static id.pintu.portal.SampleComplaintEvents.AMBON;
import static id.pintu.portal.SampleComplaintEvents.SEMARANG;
import static id.pintu.portal.SampleComplaintEvents.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import java.net.CookieManager;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.json.JsonAssert;
import org.springframework.test.json.JsonCompareMode;

/** Tests of the report form and the tracking page over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class PublicPagesTest extends AbstractPortalTest {

    private static final String RECEIPT = """
            {"trackingNumber": "K7QX-9D2M-4RTB-Z", "reporterKey": "4f1c0a9be27d51cf3ab0"}
            """;

    private static final Pattern SUBMISSION = Pattern.compile("name=\"submission\" value=\"([0-9a-f-]{36})\"");

    @Test
    void offersTheFormInIndonesianAndInEnglish() {
        assertThat(browser().open("/").body())
                .contains("<html lang=\"id\">", "Isi laporan", "Rahasia", "href=\"/?lang=en\"")
                .doesNotContain("??");
        assertThat(browser().open("/?lang=en").body())
                .contains("<html lang=\"en\">", "Confidential", "href=\"/?lang=id\"")
                .doesNotContain("Laporan", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lacak", "/lacak?nomor=x", "/lacak?nomor=K7QX-9D2M-4RTB-Z", "/nowhere"})
    void allowsOwnScriptFilesOnlyAndRemembersNobody(String path) {
        HttpResponse<String> page = browser().open(path);

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.startsWith("kuki=1;"));
        assertThat(page.body())
                .doesNotContainPattern("<script(?! src=\"/static/)")
                .doesNotContain("style=\"", "onclick");
        assertThat(page.body())
                .containsOnlyOnce("<footer class=\"container\"")
                .contains("hilang bila peramban ditutup");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, en", "en, en", "'id, en;q=0.5', id", "'de, en;q=0.5', en", "de, id", "';;', id"})
    void theFirstPageIsInTheLanguageThatTheBrowserPrefers(String preferred, String language) {
        assertThat(browser()
                        .get("/", "Accept", "text/html", "Accept-Language", preferred)
                        .body())
                .contains("<html lang=\"" + language + "\">");
    }

    @Test
    void everyStyleSheetAndImageExists() {
        List<String> assets = Pattern.compile("(?:href|src)=\"(/(?:webjars|static)/[^\"]+)\"")
                .matcher(browser().open("/").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(assets).hasSize(5).allSatisfy(path -> {
            HttpResponse<String> asset = browser().get(path);
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        });
    }

    @Test
    void everyControlHasALabelAndEveryDescriptionExists() {
        INTAKE.respondWith(400, problem("text", "contact.email"));
        String page = browser().submit("/lapor", Map.of("text", "")).body();

        assertThat(all("(?:id|name)=\"([\\w.]+)\"[^>]*(?:type=\"(?:text|date|email|tel)\"|rows)", page))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("for=\"" + name + "\""));
        assertThat(all("aria-describedby=\"([^\"]+)\"", page).stream().flatMap(ids -> List.of(ids.split(" ")).stream()))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    @Test
    void theRegionIsChosenByNameAndStaysChosen() {
        assertThat(browser().open("/").body())
                .contains("<optgroup label=\"Jawa Tengah\">", "<option value=\"33.74\">Kota Semarang</option>");
        INTAKE.respondWith(400, "{\"errors\": [{\"field\": \"text\", \"message\": \"is required\"}]}");

        assertThat(browser()
                        .submit("/lapor", Map.of("text", "", "place.regionCode", "33.74"))
                        .body())
                .contains("<option value=\"33.74\" selected=\"selected\">Kota Semarang</option>");
    }

    @Test
    void filesAReportAndShowsNumberAndKey() {
        INTAKE.respondWith(201, RECEIPT);
        String submission = submission(browser().open("/").body());

        HttpResponse<String> page = browser()
                .submit(
                        "/lapor",
                        Map.of(
                                "submission", submission,
                                "text", "Lampu padam",
                                "kind", "complaint",
                                "category", "AGAMA",
                                "place.description", "Jalan Pemuda",
                                "place.regionCode", "",
                                "contact.email", "a@example.org",
                                "confidential", "true"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("K7QX-9D2M-4RTB-Z", "4f1c0a9be27d51cf3ab0", "/lacak?nomor=K7QX-9D2M-4RTB-Z&amp;lang=id");
        assertThat(all("(?:href|action)=\"([^\"]*)\"", page.body())).noneMatch(link -> link.contains("4f1c0a9b"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(INTAKE.requests).singleElement().satisfies(request -> {
            assertThat(request.idempotencyKey()).isEqualTo(submission);
            JsonAssert.comparator(JsonCompareMode.STRICT).assertIsMatch("""
                    {
                      "text": "Lampu padam",
                      "kind": "complaint",
                      "category": "AGAMA",
                      "place": {"description": "Jalan Pemuda"},
                      "contact": {"email": "a@example.org"},
                      "confidential": true
                    }
                    """, request.body());
        });
    }

    @Test
    void theReceiptHasAnAddressOfItsOwn() {
        INTAKE.respondWith(201, RECEIPT);
        TestBrowser browser = TestBrowser.withCookies(port(), new CookieManager());
        browser.open("/");

        HttpResponse<String> filed = browser.submit("/lapor", Map.of("text", "Lampu padam"));
        String address = filed.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");

        assertThat(filed.statusCode()).isEqualTo(303);
        assertThat(address).isEqualTo("/lapor/diterima?nomor=K7QX-9D2M-4RTB-Z&lang=id");
        assertThat(browser.open(address).body())
                .contains("4f1c0a9be27d51cf3ab0")
                .doesNotContain("??");
        assertThat(browser.open("/lapor/diterima/tanda-terima.txt?nomor=K7QX-9D2M-4RTB-Z")
                        .body())
                .contains("Nomor pelacakan: K7QX-9D2M-4RTB-Z\nKunci pelapor: 4f1c0a9be27d51cf3ab0\n");
        assertThat(browser().open(address).headers().firstValue("Location").orElseThrow())
                .contains("/lacak?nomor=K7QX-9D2M-4RTB-Z");
        assertThat(browser()
                        .open("/lapor/diterima/tanda-terima.txt?nomor=K7QX-9D2M-4RTB-Z")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDoubleClickIsOneSubmission() {
        INTAKE.respondWith(201, RECEIPT);
        Map<String, String> form =
                Map.of("submission", submission(browser().open("/").body()), "text", "Lampu padam");

        browser().submit("/lapor", form);
        browser().submit("/lapor", form);

        assertThat(INTAKE.requests)
                .hasSize(2)
                .extracting(StubHttpService.RecordedRequest::idempotencyKey)
                .containsOnly(form.get("submission"));
        assertThat(submission(browser().open("/").body())).isNotEqualTo(form.get("submission"));
    }

    @Test
    void showsErrorsAtTheFieldAndKeepsWhatWasTyped() {
        INTAKE.respondWith(400, problem("contact.email"));
        Map<String, String> form = Map.of(
                "submission",
                submission(browser().open("/").body()),
                "text",
                "Lampu \"padam\"",
                "kind",
                "aspiration",
                "wishedInstitution",
                "PLN",
                "contact.email",
                "a@",
                "anonymous",
                "true");

        HttpResponse<String> page = browser().submit("/lapor", form);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .containsPattern("id=\"contact.email\"[^>]*value=\"a@\"[^>]*aria-invalid=\"true\"")
                .contains("id=\"contact.email-error\"", "href=\"#contact.email\"", "salah ketik")
                .contains("Lampu &quot;padam&quot;", "value=\"PLN\"")
                .containsPattern("value=\"aspiration\" selected")
                .containsPattern("name=\"anonymous\"[^>]*checked")
                .doesNotContainPattern("id=\"text\"[^>]*aria-invalid");
        assertThat(submission(page.body())).isEqualTo(form.get("submission"));
    }

    @Test
    void showsEveryErrorAtItsFieldAtOnce() {
        INTAKE.respondWith(400, problem("text", "occurredOn", "category", "place.regionCode", "kind", "contact.phone"));

        String page = browser().submit("/lapor", Map.of("text", "")).body();

        for (String field : List.of("text", "occurredOn", "category", "place.regionCode", "kind", "contact.phone")) {
            assertThat(page)
                    .contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"")
                    .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"" + field
                            + "-error");
        }
        assertThat(page).containsPattern("<details open").doesNotContain("??");
        assertThat(all("<li><a href=\"#([\\w.]+)\"", page))
                .containsExactly("text", "place.regionCode", "kind", "category", "occurredOn", "contact.phone");
    }

    @Test
    void hasOneFooterOnEveryPageOfCitizens() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("footers");
        deliver(lamp.fullHistory(lamp.submitted()));
        INTAKE.respondWith(201, RECEIPT);

        assertThat(List.of(
                        browser().open("/").body(),
                        browser().open("/lacak").body(),
                        browser().open("/lacak?nomor=" + lamp.id()).body(),
                        browser().open("/nowhere").body(),
                        browser()
                                .submit("/lapor", Map.of("text", "Lampu padam"))
                                .body()))
                .allSatisfy(page -> assertThat(page).containsOnlyOnce("<footer"));
    }

    @Test
    void showsAGeneralErrorWhenTheInvalidFieldIsNotOnThePage() {
        INTAKE.respondWith(400, problem("Idempotency-Key"));

        assertThat(browser().submit("/lapor", Map.of("text", "Lampu padam")).body())
                .contains("ada isian yang tidak dapat diterima", "Lampu padam");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500})
    void keepsTheFormWhenIntakeIsUnavailable(int status) {
        INTAKE.respondWith(status, "{}");
        String submission = submission(browser().open("/").body());

        HttpResponse<String> page =
                browser().submit("/lapor", Map.of("submission", submission, "text", "Lampu padam", "lang", "en"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Everything you wrote is still below", "Lampu padam");
        assertThat(submission(page.body())).isEqualTo(submission);
    }

    @ParameterizedTest(name = "Retry-After {0}: {1}, {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1,     tekan Kirim laporan lagi dalam satu menit,     press Send report again in a minute",
                "60,    tekan Kirim laporan lagi dalam satu menit,     press Send report again in a minute",
                "120,   tekan Kirim laporan lagi dalam sepuluh menit,  press Send report again in ten minutes",
                "3600,  tekan Kirim laporan lagi dalam satu jam,       press Send report again in an hour",
                "7200,  tekan Kirim laporan lagi nanti,                press Send report again later",
                "-,     tekan Kirim laporan lagi nanti,                press Send report again later",
                "soon,  tekan Kirim laporan lagi nanti,                press Send report again later"
            })
    void saysWhenToSendAgainAfterTooManyReportsAndKeepsTheForm(
            @Nullable String retryAfter, String indonesian, String english) {
        INTAKE.respondWithTooManyRequests("too-many-requests", retryAfter);
        String submission = submission(browser().open("/").body());
        Map<String, String> form = Map.of("submission", submission, "text", "Lampu padam");

        HttpResponse<String> page = browser().submit("/lapor", form);
        HttpResponse<String> inEnglish = browser().submit("/lapor?lang=en", form);

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After"))
                .isEqualTo(Optional.ofNullable(retryAfter).filter(value -> value.matches("\\d+")));
        assertThat(page.body())
                .contains("belum kami terima", indonesian, "Lampu padam</textarea>")
                .doesNotContain("??");
        assertThat(submission(page.body())).isEqualTo(submission);
        assertThat(inEnglish.body())
                .contains("was not accepted", english, "Lampu padam</textarea>")
                .doesNotContain("??");
    }

    @Test
    void aResponseThatIsNoReceiptCountsAsUnavailable() {
        INTAKE.respondWith(201, "<html>");

        assertThat(browser().submit("/lapor", Map.of("text", "Lampu padam")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void aFormSentBeforeWithAnotherTextGetsANewSubmission() {
        INTAKE.respondWith(422, "{}");
        String submission = submission(browser().open("/").body());

        HttpResponse<String> page = browser().submit("/lapor", Map.of("submission", submission, "text", "Lampu padam"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("sudah pernah dikirim", "Lampu padam");
        assertThat(submission(page.body())).isNotEqualTo(submission);
    }

    @Test
    void aMalformedSubmissionTokenIsReplaced() {
        INTAKE.respondWith(201, RECEIPT);

        browser().submit("/lapor", Map.of("submission", "x\r\ny", "text", "Lampu padam"));

        assertThat(INTAKE.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.idempotencyKey()).matches("[0-9a-f-]{36}"));
    }

    @Test
    void showsTheProgressOfAComplaint() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("page");
        deliver(
                lamp.submitted(),
                lamp.routed(SEMARANG),
                lamp.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(14)),
                lamp.followUpPosted());

        assertThat(browser().open("/lacak?nomor=" + lamp.id()).body())
                .contains(lamp.id().value(), "Pemerintah Kota Semarang", WRITTEN + " padam sejak Senin")
                .contains("Selasa, 3 Maret 2026, 09.00 WIB", "datetime=\"2026-03-03T02:00:00Z\"")
                .contains("Selasa, 17 Maret 2026, 11.00 WIB", "tindak lanjut instansi")
                .containsPattern("class=\"current\" aria-current=\"step\"><span>Ditindaklanjuti</span>")
                .doesNotContain("??");
        assertThat(browser().open("/lacak?lang=en&nomor=" + lamp.id()).body())
                .contains("Followed up by the institution", "Tuesday, 3 March 2026, 09:00 WIB")
                .doesNotContain("Ditindaklanjuti", "??");
    }

    @Test
    void showsTimesInTheZoneOfTheInstitution() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("east");
        deliver(lamp.submitted(), lamp.routed(AMBON));

        assertThat(browser().open("/lacak?nomor=" + lamp.id()).body()).contains("11.00 WIT");
    }

    @Test
    void hidesTheContentOfAConfidentialReport() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("page confidential");
        deliver(lamp.fullHistory(lamp.confidential()));

        for (String language : List.of("id", "en")) {
            assertThat(browser()
                            .open("/lacak?nomor=" + lamp.id() + "&lang=" + language)
                            .body())
                    .contains("Pemerintah Kota Semarang", "2026")
                    .doesNotContain(WRITTEN);
        }
    }

    @Test
    void escapesWhatPeopleWrite() {
        String hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>${7*7}__${7*7}__";
        SampleComplaintEvents lamp = new SampleComplaintEvents("hostile");
        deliver(lamp.submitted(hostile, hostile, SubmittedReport.ReportPrivacySettings.OPEN), lamp.replied());
        INTAKE.respondWith(400, problem("text", "<script>"));

        String tracking = browser().open("/lacak?nomor=" + lamp.id()).body();
        String search =
                browser().open("/lacak?nomor=" + TestBrowser.encoded(hostile)).body();
        String form = browser()
                .submit("/lapor", Map.of("text", hostile, "title", hostile, "contact.name", hostile, "kind", hostile))
                .body();

        assertThat(List.of(tracking, search, form))
                .allSatisfy(page -> assertThat(page)
                        .contains("&lt;script&gt;alert(1)")
                        .doesNotContain("<script>", "<img src=x", ">49", "__49"));
    }

    @Test
    void answers404ForAnUnknownNumberAnd400ForAMalformedOne() {
        HttpResponse<String> unknown = browser().open("/lacak?nomor=K7QX-9D2M-4RTB-Z");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Nomor ini tidak kami kenal", "value=\"K7QX-9D2M-4RTB-Z\"");

        HttpResponse<String> mistyped = browser().open("/lacak?nomor=K7QX-9D2M-4RTB-6");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("salah ketik", "aria-invalid=\"true\"");
    }

    @Test
    void browsersGetErrorPages() {
        assertThat(browser().open("/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser().open("/nowhere").body()).contains("Halaman tidak ditemukan");
        assertThat(browser().open("/lapor?lang=en").body()).contains("This request cannot be accepted");
    }

    @Test
    void theErrorPageOfAMalformedFormLogsNothingThatWasTyped(CapturedOutput output) {
        HttpResponse<String> page = browser()
                .submit("/lacak/nilai?lang=en", Map.of("nomor", "K7QX-9D2M-4RTB-Z", "stars", WRITTEN, "text", WRITTEN));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This request cannot be accepted").doesNotContain(WRITTEN);
        assertThat(output.getAll()).doesNotContain(WRITTEN);
    }

    private static String submission(String page) {
        return SUBMISSION
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String problem(String... fields) {
        return "{\"errors\": ["
                + String.join(
                        ", ",
                        List.of(fields).stream()
                                .map(field -> "{\"field\": \"" + field + "\", \"message\": \"is wrong\"}")
                                .toList())
                + "]}";
    }
}
