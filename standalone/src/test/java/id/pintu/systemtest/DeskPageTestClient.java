package id.pintu.systemtest;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Test client of the pages of accounts and of the desk, like a browser: it keeps cookies, follows redirects, and sends the CSRF
 * token of the page that it opened last.
 */
final class DeskPageTestClient {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String portal;
    private final String accounts;
    private String csrfToken = "";

    DeskPageTestClient(String portal, String accounts) {
        this.portal = portal;
        this.accounts = accounts;
    }

    /** Makes the first administrator's account by the set-up link, adds the desk's role to it, and signs in at the desk. */
    String signInAsFirstAdministrator(String setUpLink) {
        String email = "admin@lapor.example";
        String password = "kuda baterai staples benar";
        openAt(setUpLink);
        String token = setUpLink.substring(setUpLink.indexOf('=') + 1);
        submitAt(
                accounts + "/penyiapan",
                Map.of("kunci", token, "nama", "Admin Pertama", "email", email, "sandi", password));
        submitAt(accounts + "/masuk", Map.of("email", email, "sandi", password));
        openAt(accounts + "/akun/petugas");
        submitAt(
                accounts + "/akun/petugas/undang",
                Map.of("nama", "Admin", "email", email, "peran", "national-desk", "instansi", "", "unit", ""));
        return openAt(portal + "/meja/masuk/pintu");
    }

    String openDeskPage() {
        return openAt(portal + "/meja");
    }

    private String openAt(String address) {
        return fetchPage(HttpRequest.newBuilder(URI.create(address)));
    }

    /** Submits a form of the desk's page, and returns the page it leads to. */
    String submitForm(String path, Map<String, String> fields) {
        return submitAt(portal + path, fields);
    }

    private String submitAt(String address, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields);
        values.put("_csrf", csrfToken);
        String form = values.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return fetchPage(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String fetchPage(HttpRequest.Builder request) {
        try {
            String page = browser.send(
                            request.header("Accept", "text/html")
                                    .timeout(Duration.ofSeconds(15))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher token = CSRF_TOKEN.matcher(page);
            if (token.find()) {
                csrfToken = token.group(1);
            }
            return page;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
