package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the reporter's actions on the tracking page over HTTP. */
class ReporterActionTest extends AbstractPortalTest {

    private static final String KEY = "4f1c0a9be27d51cf3ab0";

    @Test
    void ratesTheAnswerWithTheReporterKey() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("rated-on-the-page");
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());
        INTAKE.respondWith(204, "");

        HttpResponse<String> page = submitAction(lamp, "RATE", "5");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern("class=\"notice done\" role=\"status\">[^<]*sudah kami terima")
                .doesNotContain(KEY, "role=\"alert\"");
        assertThat(INTAKE.requests).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/complaints/" + lamp.id().value() + "/rate");
            assertThat(request.reporterKey()).isEqualTo(KEY);
            assertThat(request.idempotencyKey()).hasSize(36);
            assertThat(request.body()).contains("\"stars\":5", "\"comment\":\"Terima kasih\"");
        });
    }

    @Test
    void offersOnlyTheActionsOfTheStatus() {
        SampleComplaintEvents open = new SampleComplaintEvents("still-open");
        deliver(open.submitted(), open.routed(SampleComplaintEvents.SEMARANG));
        SampleComplaintEvents answered = new SampleComplaintEvents("answered");
        deliver(answered.submitted(), answered.routed(SampleComplaintEvents.SEMARANG), answered.resolved());

        assertThat(pageOf(open))
                .contains("value=\"REPLY\"", "value=\"WITHDRAW\"")
                .doesNotContain("value=\"RATE\"");
        assertThat(pageOf(answered))
                .contains("value=\"RATE\"", "value=\"CONTEST\"")
                .doesNotContain("value=\"REPLY\"");
    }

    @Test
    void asksForConsentOnceTheOverallDeadlineWasMissed() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("overdue");
        deliver(
                lamp.submitted(),
                lamp.routed(SampleComplaintEvents.SEMARANG),
                lamp.deadlineSet(SlaClockType.OVERALL, Duration.ofMinutes(30)));
        assertThat(pageOf(lamp)).doesNotContain("OMBUDSMAN_CONSENT");

        deliver(lamp.deadlineMissed());
        assertThat(pageOf(lamp)).contains("value=\"OMBUDSMAN_CONSENT\"");

        INTAKE.respondWith(204, "");
        submitAction(lamp, "OMBUDSMAN_CONSENT", "0");
        assertThat(INTAKE.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/ombudsman-consent"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, 403, bukan kunci laporan ini",
        "400, 400, ada isian yang harus diperbaiki",
        "409, 409, tidak dapat dilakukan sekarang",
        "503, 503, tidak akan tercatat dua kali"
    })
    void showsWhyAnActionWasRefusedAndKeepsWhatWasTyped(int answer, int status, String expectedText) {
        SampleComplaintEvents lamp = new SampleComplaintEvents("refused-" + answer);
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());
        INTAKE.respondWith(answer, "{}");

        HttpResponse<String> page = submitAction(lamp, "CONTEST", "0");

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains(expectedText, "Terima kasih</textarea>")
                .containsPattern("value=\"CONTEST\" checked")
                .doesNotContain(KEY)
                .doesNotContainPattern("name=\"stars\"[^>]* checked");
    }

    @ParameterizedTest
    @CsvSource({
        "too-many-replies, sudah menjawab sebanyak yang dapat kami terima, as many times today as we can accept",
        "too-many-acts, sudah sering melakukannya, done this many times today",
        "too-many-requests, terlalu banyak permintaan, too many requests"
    })
    void saysThatItWasTooOftenTodayAndKeepsWhatWasTyped(String code, String indonesian, String english) {
        SampleComplaintEvents lamp = new SampleComplaintEvents(code);
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG));
        INTAKE.respondWithTooManyRequests(code, "4321");

        HttpResponse<String> page = submitAction(lamp, "REPLY", "0");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("4321");
        assertThat(page.body())
                .containsPattern("role=\"alert\">[^<]*Belum dikirim: [^<]*" + indonesian)
                .contains("Terima kasih</textarea>")
                .containsPattern("value=\"REPLY\" checked")
                .doesNotContain(KEY, "??");
        assertThat(submitAction(lamp, "REPLY", "0", "?lang=en").body())
                .containsPattern("role=\"alert\">Not sent yet: [^<]*" + english)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"type\": 7}", "{\"type\": \"urn:pintu:problem:another\"}"})
    void saysTooManyRequestsWhateverTheReasonLooksLike(String body) {
        SampleComplaintEvents lamp = new SampleComplaintEvents("too-many-" + body.hashCode());
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG));
        INTAKE.respondWith(429, body);

        HttpResponse<String> page = submitAction(lamp, "REPLY", "0");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isEmpty();
        assertThat(page.body()).contains("terlalu banyak permintaan", "Terima kasih</textarea>");
    }

    @Test
    void choosesNothingForTheReporter() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("nothing-chosen");
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());

        assertThat(pageOf(lamp))
                .contains("value=\"RATE\"", "value=\"CONTEST\"")
                .doesNotContain(" checked", " selected", "<select"); // a select without a choice takes its first
    }

    @Test
    void namesEveryMissingFieldAtOnceAndSendsNothing() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("missing");
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());
        String number = lamp.id().value();

        HttpResponse<String> nothing = browser().submit("/lacak", Map.of("nomor", number));
        HttpResponse<String> noStars = browser().submit("/lacak", Map.of("nomor", number, "act", "RATE", "lang", "en"));
        HttpResponse<String> noText =
                browser().submit("/lacak", Map.of("nomor", number, "act", "CONTEST", "text", " ", "key", KEY));

        assertThat(List.of(nothing, noStars, noText))
                .extracting(HttpResponse::statusCode)
                .containsOnly(400);
        assertThat(nothing.body())
                .contains("id=\"act-error\"", "id=\"key-error\"")
                .doesNotContain("id=\"stars-error\"");
        assertThat(noStars.body())
                .contains("id=\"stars-error\"", "id=\"key-error\"", "Choose 1 to 5")
                .doesNotContain("id=\"text-error\"", "??");
        assertThat(noText.body())
                .contains("id=\"text-error\"", "Demi keamanan")
                .doesNotContain("id=\"key-error\"", "??");
        assertThat(INTAKE.requests).isEmpty();
    }

    @Test
    void showsTheFieldIntakeRefuses() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("too-long");
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());
        INTAKE.respondWith(400, "{\"errors\": [{\"field\": \"reason\", \"message\": \"is too long\"}]}");

        assertThat(submitAction(lamp, "CONTEST", "0").body())
                .contains("id=\"text-error\"")
                .containsPattern("<textarea[^>]*aria-invalid=\"true\"");
    }

    @Test
    void offersToContestAnArchivingOnce() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("archived-twice");
        deliver(lamp.submitted(), lamp.archived());
        assertThat(pageOf(lamp)).contains("value=\"CONTEST\"");

        deliver(lamp.contested(), lamp.archived());
        assertThat(pageOf(lamp)).doesNotContain("value=\"CONTEST\"", "<details");
    }

    @Test
    void offersNothingOnceTheComplaintIsClosed() {
        for (ClosureReason outcome : ClosureReason.values()) {
            SampleComplaintEvents lamp = new SampleComplaintEvents("closed-" + outcome);
            deliver(
                    lamp.submitted(),
                    lamp.routed(SampleComplaintEvents.SEMARANG),
                    lamp.resolved(),
                    lamp.closed(outcome));

            assertThat(pageOf(lamp)).doesNotContain("value=\"CONTEST\"", "<details");
        }
    }

    @Test
    void asksForNoConsentOnceTheAnswerIsThere() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("overdue-answered");
        deliver(
                lamp.submitted(),
                lamp.routed(SampleComplaintEvents.SEMARANG),
                lamp.deadlineSet(SlaClockType.OVERALL, Duration.ofMinutes(30)),
                lamp.deadlineMissed(),
                lamp.resolved());

        assertThat(pageOf(lamp)).contains("value=\"RATE\"").doesNotContain("OMBUDSMAN_CONSENT");
    }

    @Test
    void sendsNothingToIntakeWithoutAKey() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("no-key");
        deliver(lamp.submitted());

        HttpResponse<String> page =
                browser().submit("/lacak", Map.of("nomor", lamp.id().value(), "act", "REPLY", "text", "Halo"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"key-error\"", "value=\"REPLY\" checked", "Halo</textarea>");
        assertThat(INTAKE.requests).isEmpty();
    }

    private HttpResponse<String> submitAction(SampleComplaintEvents complaint, String act, String stars) {
        return submitAction(complaint, act, stars, "");
    }

    private HttpResponse<String> submitAction(SampleComplaintEvents complaint, String act, String stars, String query) {
        return browser()
                .submit(
                        "/lacak" + query,
                        Map.of(
                                "nomor", complaint.id().value(),
                                "act", act,
                                "stars", stars,
                                "text", "Terima kasih",
                                "key", KEY));
    }

    private String pageOf(SampleComplaintEvents complaint) {
        return browser().open("/lacak?nomor=" + complaint.id().value()).body();
    }
}
