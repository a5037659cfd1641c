package id.pintu.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailConfirmationPageTest extends AbstractPortalTest {

    private static final String NUMBER = "K7QX-9D2M-4RTB-Z";
    private static final String CODE = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String QUERY = "nomor=" + NUMBER + "&kode=" + CODE;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void openingTheLinkConfirmsNothingAndShowsAButton() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(site() + "/konfirmasi?" + QUERY)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<button", NUMBER, CODE, "Konfirmasi alamat surel");
        assertThat(INTAKE.requests).isEmpty();
    }

    @ParameterizedTest(name = "intake {0}: page {1}")
    @CsvSource({
        "204, 200, Terima kasih",
        "403, 400, tidak lengkap",
        "400, 400, tidak lengkap",
        "503, 503, belum dapat disimpan",
    })
    void theButtonConfirms(int intake, int status, String text) throws Exception {
        INTAKE.respondWith(intake, "{}");
        HttpResponse<String> page = post(QUERY);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(text);
        assertThat(INTAKE.requests).hasSize(1).first().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/email-confirmations");
            assertThat(request.body()).contains(NUMBER, CODE);
        });
    }

    @Test
    void whatStandsInTheAddressIsEscaped() throws Exception {
        String script = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create(site() + "/konfirmasi?nomor=" + script + "&kode=" + script)));

        assertThat(page.body()).doesNotContain("<script>");
    }

    @Test
    void theFormOfAReportCarriesThePortalsKeyAndTheBrowsersAddress() throws Exception {
        INTAKE.respondWith(201, "{\"trackingNumber\": \"" + NUMBER + "\", \"reporterKey\": \"k\"}");
        send(HttpRequest.newBuilder(URI.create(site() + "/lapor"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=Jalan")));

        assertThat(INTAKE.requests.getFirst().authorization()).startsWith("Bearer ");
        assertThat(INTAKE.requests.getFirst().client()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(site() + "/konfirmasi"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
