package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.SlaClockType;
import java.net.CookieManager;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of what reporters do on the pages of their complaint, over HTTP: with the cookie of an opened complaint, or a typed key. */
class ReporterActionTest extends AbstractPortalTest {

    private static final String KEY = "4f1c0a9be27d51cf3ab0";
    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Test
    void anOpenedComplaintNeedsTheKeyOnce() {
        SampleComplaintEvents lamp = answered("opened");
        CookieManager cookies = new CookieManager();
        TestBrowser browser = TestBrowser.withCookies(port(), cookies);
        INTAKE.respondWith(204, "");

        HttpResponse<String> opened =
                browser.submit("/lacak/buka", Map.of("nomor", lamp.id().value(), "key", KEY));
        String page = browser.open(location(opened)).body();
        String form = browser.open("/lacak/nilai?nomor=" + lamp.id()).body();
        HttpResponse<String> rated = browser.submit(
                "/lacak/nilai",
                Map.of("nomor", lamp.id().value(), "stars", "5", "text", "Terima kasih", "_csrf", csrf(form)));

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(page)
                .contains("terbuka untuk Anda", "Giliran Anda", "/lacak/nilai?nomor=" + lamp.id(), "/lacak/keberatan")
                .doesNotContain(KEY, "type=\"password\"", "??");
        assertThat(form).contains("Ini tidak dapat dibatalkan").doesNotContain(KEY, "type=\"password\"", "??");
        assertThat(rated.statusCode()).isEqualTo(303);
        assertThat(location(rated)).contains("sudah=nilai").doesNotContain(KEY);
        assertThat(browser.open(location(rated)).body()).contains("Terima kasih atas penilaian Anda");
        assertThat(INTAKE.requests.getLast()).satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/complaints/" + lamp.id().value() + "/rate");
            assertThat(request.reporterKey()).isEqualTo(KEY);
            assertThat(request.body()).contains("\"stars\":5", "\"comment\":\"Terima kasih\"");
        });
        assertThat(cookies.getCookieStore().getCookies().toString()).doesNotContain(KEY);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        SampleComplaintEvents lamp = answered("forged");
        TestBrowser browser = TestBrowser.withCookies(port(), new CookieManager());
        INTAKE.respondWith(204, "");
        browser.submit("/lacak/buka", Map.of("nomor", lamp.id().value(), "key", KEY));
        INTAKE.requests.clear();

        HttpResponse<String> forged =
                browser.submit("/lacak/cabut", Map.of("nomor", lamp.id().value(), "text", "x"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(INTAKE.requests).isEmpty();
    }

    @Test
    void closingForgetsTheKey() {
        SampleComplaintEvents lamp = answered("closed-here");
        TestBrowser browser = TestBrowser.withCookies(port(), new CookieManager());
        INTAKE.respondWith(204, "");
        browser.submit("/lacak/buka", Map.of("nomor", lamp.id().value(), "key", KEY));
        String page = browser.open("/lacak?nomor=" + lamp.id()).body();

        HttpResponse<String> closed =
                browser.submit("/lacak/tutup", Map.of("nomor", lamp.id().value(), "_csrf", csrf(page)));

        assertThat(browser.open(location(closed)).body())
                .contains("tidak lagi terbuka", "type=\"password\"")
                .doesNotContain("/lacak/tutup");
    }

    @Test
    void aCookieThatWasChangedOpensNothing() {
        SampleComplaintEvents lamp = answered("changed-cookie");

        for (String value : List.of("", "x", "AAAA", lamp.id() + "=" + KEY, "A".repeat(200))) {
            assertThat(browser()
                            .openWith("pelapor=" + value, "/lacak?nomor=" + lamp.id())
                            .body())
                    .contains("type=\"password\"")
                    .doesNotContain("/lacak/tutup");
        }
    }

    @Test
    void theLinkOfANoticeOpensTheComplaint() {
        SampleComplaintEvents lamp = answered("link");
        TestBrowser browser = TestBrowser.withCookies(port(), new CookieManager());
        INTAKE.respondWith(200, "{\"reporterKey\": \"" + KEY + "\"}");

        HttpResponse<String> opened = browser.open("/l/" + lamp.id().value().replace("-", "") + "/gvxabcdefghijklm");

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(location(opened)).doesNotContain(KEY, "gvx");
        assertThat(browser.open(location(opened)).body()).contains("terbuka untuk Anda", "/lacak/tutup");
        assertThat(INTAKE.requests.getLast().path()).isEqualTo("/v1/reporter-links");
    }

    @ParameterizedTest
    @CsvSource({"403, lebih dari 180 hari", "503, belum dapat diperiksa"})
    void aLinkThatDoesNotOpenSaysWhy(int answer, String expected) {
        SampleComplaintEvents lamp = answered("link-" + answer);
        INTAKE.respondWith(answer, "{}");

        HttpResponse<String> opened = browser().open("/l/" + lamp.id().value().replace("-", "") + "/gvxabcdefghijklm");

        assertThat(browser().open(location(opened)).body()).contains(expected).doesNotContain("/lacak/tutup");
    }

    @Test
    void offersOnlyTheActionsOfTheStatus() {
        SampleComplaintEvents open = new SampleComplaintEvents("still-open");
        deliver(open.submitted(), open.routed(SampleComplaintEvents.SEMARANG));
        SampleComplaintEvents answered = answered("answered");

        assertThat(pageOf(open))
                .contains("/lacak/jawab", "/lacak/cabut")
                .doesNotContain("/lacak/nilai", "Giliran Anda");
        assertThat(pageOf(answered))
                .contains("/lacak/nilai", "/lacak/keberatan", "Giliran Anda")
                .doesNotContain("/lacak/jawab");
        assertThat(location(browser().open("/lacak/jawab?nomor=" + answered.id())))
                .contains("tidak-dapat");
        assertThat(location(browser().open("/lacak/jawab?nomor=x"))).startsWith("/lacak?lang=");
    }

    @Test
    void asksForConsentOnceTheOverallDeadlineWasMissed() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("overdue");
        deliver(
                lamp.submitted(),
                lamp.routed(SampleComplaintEvents.SEMARANG),
                lamp.deadlineSet(SlaClockType.OVERALL, Duration.ofMinutes(30)));
        assertThat(pageOf(lamp)).doesNotContain("/lacak/ombudsman");

        deliver(lamp.deadlineMissed());
        assertThat(pageOf(lamp)).contains("/lacak/ombudsman", "Giliran Anda");

        INTAKE.respondWith(204, "");
        submitAction(lamp, "ombudsman", "0");
        assertThat(INTAKE.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.path()).endsWith("/ombudsman-consent"));
    }

    @Test
    void saysThatADeadlineIsOver() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("late");
        deliver(
                lamp.submitted(),
                lamp.routed(SampleComplaintEvents.SEMARANG),
                lamp.deadlineSet(SlaClockType.FOLLOW_UP, Duration.ofDays(-1)),
                lamp.deadlineSet(SlaClockType.OVERALL, Duration.ofDays(60)));

        assertThat(pageOf(lamp)).containsOnlyOnce("Terlambat").contains("Batas waktu keseluruhan");
    }

    @ParameterizedTest
    @CsvSource({
        "403, 403, bukan kunci laporan ini",
        "400, 400, ada isian yang harus diperbaiki",
        "409, 409, tidak dapat dilakukan sekarang",
        "503, 503, tidak akan tercatat dua kali"
    })
    void showsWhyAnActionWasRefusedAndKeepsWhatWasTyped(int answer, int status, String expectedText) {
        SampleComplaintEvents lamp = answered("refused-" + answer);
        INTAKE.respondWith(answer, "{}");

        HttpResponse<String> page = submitAction(lamp, "keberatan", "0");

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains(expectedText, "Terima kasih</textarea>")
                .doesNotContain(KEY, "??");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("pelapor=");
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

        HttpResponse<String> page = submitAction(lamp, "jawab", "0");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("4321");
        assertThat(page.body())
                .containsPattern("role=\"alert\"[^>]*>\\s*<p>[^<]*Belum dikirim: [^<]*" + indonesian)
                .contains("Terima kasih</textarea>")
                .doesNotContain(KEY, "??");
        assertThat(submitAction(lamp, "jawab", "0", "?lang=en").body())
                .containsPattern("role=\"alert\"[^>]*>\\s*<p>Not sent yet: [^<]*" + english)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"type\": 7}", "{\"type\": \"urn:pintu:problem:another\"}"})
    void saysTooManyRequestsWhateverTheReasonLooksLike(String body) {
        SampleComplaintEvents lamp = new SampleComplaintEvents("too-many-" + body.hashCode());
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG));
        INTAKE.respondWith(429, body);

        HttpResponse<String> page = submitAction(lamp, "jawab", "0");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isEmpty();
        assertThat(page.body()).contains("terlalu banyak permintaan", "Terima kasih</textarea>");
    }

    @Test
    void namesEveryMissingFieldAtOnceAndSendsNothing() {
        SampleComplaintEvents lamp = answered("missing");
        String number = lamp.id().value();

        HttpResponse<String> noStars = browser().submit("/lacak/nilai", Map.of("nomor", number, "lang", "en"));
        HttpResponse<String> noText =
                browser().submit("/lacak/keberatan", Map.of("nomor", number, "text", " ", "key", KEY));

        assertThat(List.of(noStars, noText))
                .extracting(HttpResponse::statusCode)
                .containsOnly(400);
        assertThat(noStars.body())
                .contains("<title>Error: ", "href=\"#stars-1\"", "id=\"stars-error\"", "id=\"key-error\"")
                .doesNotContain(" checked", "id=\"text-error\"", "??");
        assertThat(noText.body())
                .contains("<title>Kesalahan: ", "href=\"#text\"", "id=\"text-error\"", "Demi keamanan")
                .doesNotContain("id=\"key-error\"", "??");
        assertThat(INTAKE.requests).isEmpty();
    }

    @Test
    void showsTheFieldIntakeRefuses() {
        SampleComplaintEvents lamp = answered("too-long");
        INTAKE.respondWith(400, "{\"errors\": [{\"field\": \"reason\", \"message\": \"is too long\"}]}");

        assertThat(submitAction(lamp, "keberatan", "0").body())
                .contains("id=\"text-error\"")
                .containsPattern("<textarea[^>]*aria-invalid=\"true\"");
    }

    @Test
    void offersToContestAnArchivingOnce() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("archived-twice");
        deliver(lamp.submitted(), lamp.archived());
        assertThat(pageOf(lamp)).contains("/lacak/keberatan");

        deliver(lamp.contested(), lamp.archived());
        assertThat(pageOf(lamp)).doesNotContain("/lacak/keberatan");
    }

    @Test
    void offersNothingOnceTheComplaintIsClosed() {
        for (ClosureReason outcome : ClosureReason.values()) {
            SampleComplaintEvents lamp = answered("closed-" + outcome);
            deliver(lamp.closed(outcome));

            assertThat(pageOf(lamp)).doesNotContain("/lacak/keberatan", "/lacak/nilai", "Giliran Anda");
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

        assertThat(pageOf(lamp)).contains("/lacak/nilai").doesNotContain("/lacak/ombudsman");
    }

    @Test
    void sendsNothingToIntakeWithoutAKey() {
        SampleComplaintEvents lamp = new SampleComplaintEvents("no-key");
        deliver(lamp.submitted());

        HttpResponse<String> page =
                browser().submit("/lacak/jawab", Map.of("nomor", lamp.id().value(), "text", "Halo"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("id=\"key-error\"", "Halo</textarea>");
        assertThat(INTAKE.requests).isEmpty();
    }

    private SampleComplaintEvents answered(String seed) {
        SampleComplaintEvents lamp = new SampleComplaintEvents("reporter-action-" + seed);
        deliver(lamp.submitted(), lamp.routed(SampleComplaintEvents.SEMARANG), lamp.resolved());
        return lamp;
    }

    private HttpResponse<String> submitAction(SampleComplaintEvents complaint, String page, String stars) {
        return submitAction(complaint, page, stars, "");
    }

    private HttpResponse<String> submitAction(
            SampleComplaintEvents complaint, String page, String stars, String query) {
        return browser()
                .submit(
                        "/lacak/" + page + query,
                        new HashMap<>(Map.of(
                                "nomor", complaint.id().value(), "stars", stars, "text", "Terima kasih", "key", KEY)));
    }

    private static String csrf(String page) {
        Matcher token = CSRF_TOKEN.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    private static String location(HttpResponse<String> response) {
        return Optional.of(response.headers().firstValue("Location").orElseThrow())
                .map(address -> address.replaceFirst("^http://localhost:\\d+", ""))
                .get();
    }

    private String pageOf(SampleComplaintEvents complaint) {
        return browser().open("/lacak?nomor=" + complaint.id().value()).body();
    }
}
