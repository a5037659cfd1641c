package id.pintu.portal;

import static id.pintu.portal.SampleComplaintEvents.SEMARANG;
import static id.pintu.portal.SampleComplaintEvents.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SubmittedReport.ReportPrivacySettings;
import java.net.CookieManager;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what the reporter sees with the key, and the public does not: hidden content, and personal data. */
class ReporterViewTest extends AbstractPortalTest {

    private static final String KEY = "4f1c0a9be27d51cf3ab0";
    private static final String QUESTION = WRITTEN + " di sebelah mana?";

    @Test
    void theReporterOfAConfidentialComplaintSeesTheQuestion() {
        SampleComplaintEvents lamp = asked("question");
        INTAKE.respondWith(204, "");

        TestBrowser browser = TestBrowser.withCookies(port(), new CookieManager());
        browser.submit("/lacak/buka", Map.of("nomor", lamp.id().value(), "key", KEY));
        HttpResponse<String> page = browser.open("/lacak?nomor=" + lamp.id());
        HttpResponse<String> answer = browser().get("/v1/complaints/" + lamp.id(), "Reporter-Key", KEY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(QUESTION, "Hanya Anda yang melihat").doesNotContain(KEY, "??");
        assertThat(answer.body()).contains("\"quote\":\"" + QUESTION + "\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(INTAKE.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/v1/complaints/" + lamp.id() + "/reporter-key");
            assertThat(request.reporterKey()).isEqualTo(KEY);
        });
    }

    @Test
    void thePublicDoesNotSeeIt() {
        SampleComplaintEvents lamp = asked("public");

        assertThat(browser().open("/lacak?nomor=" + lamp.id()).body()).doesNotContain(WRITTEN);
        assertThat(browser().get("/v1/complaints/" + lamp.id()).body()).doesNotContain(WRITTEN);
    }

    @ParameterizedTest
    @CsvSource({"403, 403, bukan kunci laporan ini", "503, 503, belum dapat diperiksa"})
    void aKeyThatIsWrongOrCannotBeCheckedShowsNothing(int intake, int expected, String message) {
        SampleComplaintEvents lamp = asked("wrong-" + intake);
        INTAKE.respondWith(intake, "{}");

        HttpResponse<String> page = open(lamp, KEY);
        HttpResponse<String> answer = browser().get("/v1/complaints/" + lamp.id(), "Reporter-Key", KEY);

        assertThat(page.body()).contains(message, "id=\"open-key-error\"");
        assertThat(List.of(page, answer)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(expected);
            assertThat(response.body()).doesNotContain(WRITTEN, KEY);
        });
    }

    @Test
    void masksPersonalDataForThePublicOnly() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("personal");
        deliver(
                lamp.submitted(
                        "HP 081234567890",
                        "NIK saya 3374011203900001, surel siti@example.id",
                        new ReportPrivacySettings(true, false, id.pintu.events.ContactChannel.NONE)),
                lamp.routed(SEMARANG));
        INTAKE.respondWith(204, "");

        String page = browser().open("/lacak?nomor=" + lamp.id()).body();
        String answer = browser().get("/v1/complaints/" + lamp.id()).body();
        String own = browser()
                .get("/v1/complaints/" + lamp.id(), "Reporter-Key", KEY)
                .body();

        assertThat(List.of(page, answer))
                .allSatisfy(shown -> assertThat(shown)
                        .contains("HP [telepon]", "NIK saya [NIK], surel [surel]")
                        .doesNotContain("081234567890", "3374011203900001", "siti@"));
        assertThat(own).contains("081234567890", "3374011203900001", "siti@example.id");
    }

    private SampleComplaintEvents asked(String seed) {
        SampleComplaintEvents lamp = new SampleComplaintEvents("reporter-view-" + seed);
        deliver(lamp.confidential(), lamp.routed(SEMARANG), lamp.clarificationAsked());
        return lamp;
    }

    private HttpResponse<String> open(SampleComplaintEvents complaint, String key) {
        return browser().submit("/lacak/buka", Map.of("nomor", complaint.id().value(), "key", key));
    }
}
