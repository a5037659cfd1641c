package id.pintu.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Test client of the desk's page with the cookies of one officer. It sends the CSRF token of the page it opened last. */
final class DeskTestOfficer {

    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final TestBrowser browser;
    private final String site;
    private String csrfToken = "";

    DeskTestOfficer(int port) {
        site = "http://localhost:" + port;
        browser = TestBrowser.withCookies(port, cookies);
    }

    DeskTestOfficer signedIn() {
        signIn();
        open("/meja");
        return this;
    }

    /** Goes to account-service and back; the last response leads to the page. */
    HttpResponse<String> signIn() {
        return open(comeBackFromAccountService(open("/meja/masuk/pintu")));
    }

    /** Path by which a browser returns from account-service, where the officer is signed in. */
    String comeBackFromAccountService(HttpResponse<String> leaving) {
        URI provider = URI.create(leaving.headers().firstValue("Location").orElseThrow());
        try (HttpClient other = HttpClient.newHttpClient()) {
            URI back = URI.create(
                    other.send(HttpRequest.newBuilder(provider).build(), HttpResponse.BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
            return back.getPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> open(String path) {
        return keepToken(browser.open(path));
    }

    /** Submits a form of the page that was opened last. */
    HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", csrfToken);
        return keepToken(browser.submit(path, form, headers));
    }

    /** Submits a form of another site's page, with this officer's cookies. */
    HttpResponse<String> submitForged(String path, Map<String, String> fields, String... headers) {
        return browser.submit(path, fields, headers);
    }

    /** As when the server has forgotten the session, or another person has planted a session id. */
    void replaceSessionCookie(String value) throws IOException {
        cookies.put(URI.create(site + "/"), Map.of("Set-Cookie", List.of("petugas=" + value + "; Path=/")));
    }

    /** Empty when there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> keepToken(HttpResponse<String> page) {
        Matcher token = CSRF_TOKEN.matcher(page.body());
        if (token.find()) {
            csrfToken = token.group(1);
        }
        return page;
    }
}
