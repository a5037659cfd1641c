package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.portal.StubHttpService.RecordedRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the security of the desk's page: signing in and out, session, and CSRF tokens. */
class DeskSignInTest extends AbstractPortalTest {

    private final StubDeskApi desk = new StubDeskApi();

    @BeforeEach
    void stubRouting() {
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"));
        ROUTING.respondWith(desk);
    }

    @Test
    void theSessionCookieDoesNotContainTheToken() {
        DeskTestOfficer officer = officer();
        assertThat(officer.open("/meja").headers().allValues("Set-Cookie")).isEmpty();

        HttpResponse<String> answer = officer.signIn();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/meja");
        assertThat(sessionCookies(answer))
                .singleElement()
                .asString()
                .matches("petugas=[0-9A-F]{32}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(officer.open("/meja?lang=en").body()).contains("Lampu padam");
    }

    @Test
    void goesToAccountServiceWithAProofKeyAndANonce() {
        HttpResponse<String> leaving = officer().open("/meja/masuk/pintu");

        assertThat(leaving.statusCode()).isEqualTo(302);
        assertThat(leaving.headers().firstValue("Location").orElseThrow())
                .startsWith(ACCOUNTS.url() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid%20profile%20pintu.read");
    }

    @Test
    void aReturnThatTheOfficerDidNotBeginStartsNoSession() {
        String back = officer().comeBackFromAccountService(officer().open("/meja/masuk/pintu"));

        HttpResponse<String> page = officer().open(back);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Masuk tidak berhasil");
    }

    @Test
    void answers503WhenAccountServiceRefusesTheCode() {
        DeskTestOfficer officer = officer();
        ACCOUNTS.endSignIn();

        HttpResponse<String> page = officer.signIn();

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Masuk tidak berhasil");
    }

    @Test
    void signsOutAtAccountServiceToo() {
        DeskTestOfficer officer = officer().signedIn();

        assertThat(officer.submit("/meja/keluar", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith(ACCOUNTS.url() + "/connect/logout?id_token_hint=")
                .endsWith("post_logout_redirect_uri=" + site() + "/meja");
    }

    @Test
    void asksToSignInAgainWhenTheSignInWasEndedElsewhere() {
        ACCOUNTS.issueTokensThatExpireAtOnce();
        DeskTestOfficer officer = officer().signedIn();
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
        ACCOUNTS.endSignIn();

        HttpResponse<String> page = officer.open("/meja");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("sudah berakhir").doesNotContain("Lampu");
    }

    @Test
    void tellsAnOfficerWithoutTheRoleAndKeepsTheSession() {
        DeskTestOfficer officer = officer().signedIn();
        ROUTING.respondWith(403, "{}");

        HttpResponse<String> refused = officer.open("/meja/wasit");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("tidak memiliki peran");
        ROUTING.respondWith(desk);
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
    }

    @Test
    void showsAndDoesNothingWithoutASession() {
        HttpResponse<String> signInPage = browser().open("/meja");
        assertThat(signInPage.statusCode()).isEqualTo(200);
        assertThat(signInPage.body()).contains("id=\"masuk\"").doesNotContain("Lampu");
        HttpResponse<String> unknownSession = browser().openWith("petugas=ended", "/meja");
        assertThat(unknownSession.statusCode()).isEqualTo(403);
        assertThat(unknownSession.body()).contains("sudah berakhir").doesNotContain("Lampu");
        assertThat(browser()
                        .submit("/meja/teruskan", Map.of("number", StubDeskApi.id(1), "choice", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor().submit("/meja/teruskan", form()).statusCode()).isEqualTo(403);
        assertThat(actionRequests()).isEmpty();
    }

    @Test
    void aSessionIdPlantedByAnotherPersonIsNotUsed() throws IOException {
        DeskTestOfficer officer = visitor();
        officer.replaceSessionCookie("0123456789ABCDEF0123456789ABCDEF");

        officer.signIn();

        assertThat(officer.cookie("petugas")).hasSize(32).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
    }

    @Test
    void signingOutEndsTheSessionAndItsCookie() {
        DeskTestOfficer officer = officer().signedIn();
        String session = "petugas=" + officer.cookie("petugas");

        assertThat(sessionCookies(officer.submit("/meja/keluar", Map.of())))
                .singleElement()
                .asString()
                .startsWith("petugas=;")
                .contains("Expires=Thu, 01 Jan 1970", "Path=/", "HttpOnly", "SameSite=Lax");

        assertThat(officer.cookie("petugas")).isEmpty();
        assertThat(officer.open("/meja").statusCode()).isEqualTo(200);
        assertThat(browser().openWith(session, "/meja").body())
                .contains("id=\"masuk\"")
                .doesNotContain("Lampu");
    }

    @Test
    void aRevokedTokenEndsTheSession() {
        DeskTestOfficer officer = officer().signedIn();
        ROUTING.respondWith(401, "{}");
        Map<String, String> form = form();
        form.put("reason", "Kurang jelas");

        HttpResponse<String> refused = officer.submit("/meja/arsip", form);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("sudah berakhir", "Kurang jelas</textarea>", "id=\"masuk\"");
        ROUTING.respondWith(desk);
        assertThat(officer.open("/meja").body()).contains("id=\"masuk\"").doesNotContain("Lampu");
    }

    @Test
    void showsWhatWasTypedWhenTheServerHasForgottenTheSession() throws IOException {
        DeskTestOfficer officer = officer().signedIn();
        officer.replaceSessionCookie("0123456789ABCDEF0123456789ABCDEF");
        Map<String, String> form = form();
        form.put("grounds", "Jalan <b>nasional");

        HttpResponse<String> refused = officer.submit("/meja/wasit/putuskan", form);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("Belum dikirim", "Jalan &lt;b&gt;nasional</textarea>", "for=\"unsent\"", "id=\"masuk\"");
        assertThat(actionRequests()).isEmpty();
        assertThat(officer.signIn().statusCode()).isEqualTo(303);
    }

    @Test
    void aFormFromBeforeTheLastSignInIsRefusedAndTheSessionGoesOn() {
        DeskTestOfficer officer = officer().signedIn();
        Map<String, String> form = form();
        form.put("_csrf", "of-an-older-page");
        form.put("reason", "Kurang jelas");

        HttpResponse<String> refused = officer.submitForged("/meja/arsip", form);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Kurang jelas</textarea>");
        assertThat(actionRequests()).isEmpty();
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesFormsOfOtherSites(String header, String value) {
        HttpResponse<String> answer = officer().signedIn().submitForged("/meja/teruskan", form(), header, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(actionRequests()).isEmpty();
    }

    @Test
    void refusesFormsOfAnotherHostOfTheDomainEvenWithAToken() {
        DeskTestOfficer officer = officer().signedIn();

        HttpResponse<String> answer = officer.submit("/meja/teruskan", form(), "Sec-Fetch-Site", "same-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(actionRequests()).isEmpty();
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
    }

    @Test
    void showsNoTextOfAFormOfAnotherSite() {
        Map<String, String> form = form();
        form.put("reason", "Kunci Anda bocor");

        assertThat(browser().submit("/meja/arsip", form).body()).doesNotContain("Kunci Anda bocor");
    }

    @Test
    void acceptsItsOwnForms() {
        DeskTestOfficer officer = officer().signedIn();

        assertThat(officer.submit("/meja/teruskan", form(), "Origin", site()).statusCode())
                .isEqualTo(303);
        assertThat(officer.submit("/meja/teruskan", form(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/meja/masuk", "/meja/keluar", "/meja/teruskan", "/meja/arsip", "/meja/wasit/putuskan"})
    void reloadingTheResponseOfAFormRedirectsToThePage(String path) {
        assertThat(browser().open(path).statusCode()).isEqualTo(303);
        assertThat(officer().signedIn().open(path).statusCode()).isEqualTo(303);
    }

    @Test
    void theTargetOfForwardsCannotBeRequested() {
        DeskTestOfficer officer = officer().signedIn();

        assertThat(officer.open("/meja/belum-masuk").statusCode()).isEqualTo(403);
        assertThat(officer.open("/meja").body()).contains("Lampu padam");
    }

    private DeskTestOfficer visitor() {
        DeskTestOfficer officer = officer();
        officer.open("/meja");
        return officer;
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "number", StubDeskApi.id(1), "turn", StubDeskApi.cursor(1), "choice", "1", "ground", "too-general"));
    }

    private static List<String> sessionCookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("petugas="))
                .toList();
    }

    private static List<RecordedRequest> actionRequests() {
        return ROUTING.requests.stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }
}
