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
 * Test client of the desk's page of a portal, like a browser: it keeps cookies, follows redirects, and sends the CSRF token
 * of the page that it opened last.
 */
final class DeskPageTestClient {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String portal;
    private String csrfToken = "";

    DeskPageTestClient(String portal) {
        this.portal = portal;
    }

    String openDeskPage() {
        return fetchPage(HttpRequest.newBuilder(URI.create(portal + "/meja")));
    }

    /** Submits a form of the desk's page, and returns the page it leads to. */
    String submitForm(String path, Map<String, String> fields) {
        if (csrfToken.isEmpty()) {
            openDeskPage();
        }
        Map<String, String> values = new HashMap<>(fields);
        values.put("_csrf", csrfToken);
        String form = values.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return fetchPage(HttpRequest.newBuilder(URI.create(portal + path))
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
