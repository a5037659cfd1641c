package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.portal.StubHttpService.RecordedRequest;
import java.io.IOException;
import java.util.List;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.json.JsonAssert;
import org.springframework.test.json.JsonCompareMode;

/** Tests of the desk's page in a browser that runs its script. */
class DeskPageKeyboardTest extends AbstractPortalTest {

    private final WebClient web = new WebClient(new BrowserVersion.BrowserVersionBuilder(BrowserVersion.BEST_SUPPORTED)
            .setAcceptLanguageHeader("id")
            .build());
    private final StubDeskApi desk = new StubDeskApi();

    @BeforeEach
    void fillQueue() {
        web.getOptions().setCssEnabled(false); // HtmlUnit logs every property of Pico it does not support
        desk.enqueue("desk", 1, StubDeskApi.undecidedComplaint(1, "Lampu padam"))
                .enqueue("desk", 2, StubDeskApi.undecidedComplaint(2, "Jalan rusak"))
                .enqueue("desk", 3, StubDeskApi.undecidedComplaint(3, "Air keruh"));
        ROUTING.respondWith(desk);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aDigitChoosesACandidateAndTheNextComplaintIsShown() throws IOException {
        HtmlPage page = signedIn();
        assertThat(page.asNormalizedText()).contains("Lampu padam", "3 menunggu", "41 %");

        HtmlPage next = type(page, '2');

        assertThat(actionRequests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/desk/complaints/" + StubDeskApi.id(1) + "/assign");
            assertThat(request.authorization()).isEqualTo("Bearer " + StubDeskApi.KEY);
            assertThat(request.idempotencyKey()).hasSize(36);
            JsonAssert.comparator(JsonCompareMode.STRICT).assertIsMatch("{\"choice\": 2}", request.body());
        });
        assertThat(next.querySelector("[role=status]").asNormalizedText())
                .isEqualTo("Diteruskan ke Kementerian Pekerjaan Umum.");
        assertThat(next.asNormalizedText())
                .contains("Jalan rusak", "2 menunggu")
                .doesNotContain("Lampu padam");
    }

    @Test
    void aQueuedActionCountsAsDoneAndItsComplaintIsNotShownAgain() throws IOException {
        desk.respondToActionsWith(202, "");

        HtmlPage next = type(signedIn(), '1');

        assertThat(next.querySelector("[role=status]").asNormalizedText())
                .isEqualTo("Diteruskan ke Pemerintah Kota Semarang.");
        assertThat(next.asNormalizedText()).contains("Jalan rusak").doesNotContain("Lampu padam");
    }

    @Test
    void withTheCheckboxOnAKeyDecidesTheWholeIncidentAndNoneOfItComesNext() throws IOException {
        fillQueueWithIncident();
        HtmlPage page = signedIn();
        assertThat(page.asNormalizedText())
                .contains("3 laporan menunggu tentang hal yang sama", "Awal <b>kedua", "Awal ketiga")
                .contains("Berlaku untuk ketiganya");
        assertThat(page.<HtmlCheckBoxInput>getHtmlElementById("all").isChecked())
                .isFalse();

        HtmlPage next = type(type(page, 'm'), '1');

        assertThat(actionRequests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/desk/incidents/" + StubDeskApi.id(1) + "/assign");
            assertThat(request.idempotencyKey()).hasSize(36);
            assertThat(request.body()).isEqualTo("{\"institution\":\"D.33.74\"}");
        });
        assertThat(next.querySelector("[role=status]").asNormalizedText())
                .isEqualTo("Diteruskan ke Pemerintah Kota Semarang bersama 2 laporan serupa.");
        assertThat(next.asNormalizedText()).contains("Jembatan", "1 menunggu").doesNotContain("Banjir");
    }

    @Test
    void withTheCheckboxOffAgainAKeyDecidesOneComplaint() throws IOException {
        fillQueueWithIncident();

        HtmlPage next = type(type(type(signedIn(), 'm'), 'm'), '1');

        assertThat(actionRequests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/desk/complaints/" + StubDeskApi.id(1) + "/assign");
            assertThat(request.body()).isEqualTo("{\"choice\":1}");
        });
        assertThat(next.asNormalizedText())
                .contains("Diteruskan ke Pemerintah Kota Semarang.", "Banjir lagi")
                .as("the checkbox is off for the next complaint");
        assertThat(next.<HtmlCheckBoxInput>getHtmlElementById("all").isChecked())
                .isFalse();
    }

    @Test
    void theCheckboxStaysOnWhileSearchingForAnInstitution() throws IOException {
        fillQueueWithIncident();
        HtmlPage page = type(signedIn(), 'm');
        page.<HtmlInput>getHtmlElementById("cari").type("PLN\n");
        HtmlPage found = (HtmlPage) web.getCurrentWindow().getEnclosedPage();
        assertThat(found.<HtmlCheckBoxInput>getHtmlElementById("all").isChecked())
                .isTrue();

        found.<HtmlElement>querySelector("form.found button").click();

        assertThat(actionRequests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/desk/incidents/" + StubDeskApi.id(1) + "/assign");
            assertThat(request.body()).isEqualTo("{\"institution\":\"B.PLN\"}");
        });
    }

    @Test
    void archivesTheWholeIncident() throws IOException {
        fillQueueWithIncident();
        HtmlPage page = type(signedIn(), 'm');
        page.<HtmlElement>querySelector("input[value=too-general]").click();
        page.<HtmlTextArea>getHtmlElementById("reason").setText("Kurang jelas");

        HtmlPage next = page.<HtmlElement>querySelector(".archive button").click();

        assertThat(actionRequests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/desk/incidents/" + StubDeskApi.id(1) + "/archive");
            assertThat(request.idempotencyKey()).hasSize(36);
            assertThat(request.body()).isEqualTo("{\"ground\":\"too-general\",\"reason\":\"Kurang jelas\"}");
        });
        assertThat(next.asNormalizedText())
                .contains("Laporan diarsipkan bersama 2 laporan serupa", "Jembatan")
                .doesNotContain("Banjir");
    }

    @Test
    void typingMInAFieldDoesNotSwitchTheCheckbox() throws IOException {
        fillQueueWithIncident();
        HtmlPage page = signedIn();

        page.<HtmlInput>getHtmlElementById("cari").type('m');

        assertThat(page.<HtmlCheckBoxInput>getHtmlElementById("all").isChecked())
                .isFalse();
    }

    /** Three of one incident, which stay in the queue for a moment after a decision, and another. */
    private void fillQueueWithIncident() {
        desk.enqueue("desk", 1, StubDeskApi.incidentComplaint(1, "Banjir"))
                .enqueue("desk", 2, StubDeskApi.incidentComplaint(2, "Banjir lagi"))
                .enqueue("desk", 3, StubDeskApi.incidentComplaint(3, "Banjir juga"))
                .enqueue("desk", 4, StubDeskApi.undecidedComplaint(4, "Jembatan"));
        desk.respondToActionsWith(202, "{\"complaints\": 3}");
    }

    @Test
    void typingADigitInTheSearchFieldChoosesNothing() throws IOException {
        HtmlPage page = signedIn();
        HtmlInput search = page.getHtmlElementById("cari");

        search.type('2');

        assertThat(search.getValue()).isEqualTo("2");
        assertThat(web.getCurrentWindow().getEnclosedPage()).isSameAs(page);
        assertThat(actionRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ctrlKey, 0", "altKey, 0", "metaKey, 0", "shiftKey, 0", "repeat, 0", "bubbles, 1"})
    void aKeyWithAModifierOrHeldDownChoosesNothing(String how, int chosen) throws IOException {
        HtmlPage page = signedIn();

        page.executeJavaScript("document.body.dispatchEvent("
                + "new KeyboardEvent('keydown', {key: '2', bubbles: true, cancelable: true, " + how + ": true}))");

        assertThat(actionRequests()).hasSize(chosen);
    }

    @Test
    void keysThatAreSwitchedOffChooseNothing() throws IOException {
        HtmlPage page = signedIn();
        HtmlCheckBoxInput keys = page.getHtmlElementById("keys");
        keys.setChecked(false);

        type(page, '2');

        assertThat(actionRequests()).isEmpty();
    }

    @Test
    void skipsToTheEndOfTheQueueAndBack() throws IOException {
        HtmlPage second = type(signedIn(), 'l');
        assertThat(second.asNormalizedText()).contains("Jalan rusak");

        HtmlPage end = type(type(second, 'l'), 'l');
        assertThat(end.asNormalizedText()).contains("Sudah sampai di ujung antrean");
        assertThat(type(end, 'l').asNormalizedText()).contains("Lampu padam");
        assertThat(actionRequests()).isEmpty();
    }

    @Test
    void findsAnotherInstitutionByName() throws IOException {
        HtmlPage page = signedIn();
        HtmlInput search = page.getHtmlElementById("cari");
        search.type("PLN\n");
        HtmlPage found = (HtmlPage) web.getCurrentWindow().getEnclosedPage();
        assertThat(found.asNormalizedText()).contains("Lampu padam");

        HtmlElement button = found.querySelector("form.found button");
        HtmlPage next = button.click();

        assertThat(actionRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"institution\":\"B.PLN\"}"));
        assertThat(next.asNormalizedText()).contains("Diteruskan ke PT PLN.", "Jalan rusak");
    }

    @Test
    void signingOutEndsTheSession() throws IOException {
        HtmlPage page = signedIn();
        HtmlElement out = page.querySelector(".desk-top button");

        HtmlPage signInPage = out.click();

        assertThat(signInPage.querySelector("#masuk").isDisplayed()).isTrue();
        assertThat(web.getCookieManager().getCookies())
                .extracting(Cookie::getName)
                .doesNotContain("meja");
        assertThat(web.<HtmlPage>getPage(site() + "/meja")
                        .querySelector("#masuk")
                        .isDisplayed())
                .isTrue();
    }

    private HtmlPage signedIn() throws IOException {
        HtmlPage signInPage = web.getPage(site() + "/meja");
        HtmlElement enter = signInPage.getHtmlElementById("masuk");
        return enter.click();
    }

    /** Presses a key while no field has the focus. */
    private HtmlPage type(HtmlPage page, char key) throws IOException {
        page.getBody().type(key);
        return (HtmlPage) web.getCurrentWindow().getEnclosedPage();
    }

    private static List<RecordedRequest> actionRequests() {
        return ROUTING.requests.stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }
}
