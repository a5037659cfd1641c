package id.pintu.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Test client that sends requests as a browser without scripts does. It follows no redirects. */
final class TestBrowser {

    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final HttpClient client;
    private final String site;

    private TestBrowser(HttpClient client, int port) {
        this.client = client;
        this.site = "http://localhost:" + port;
    }

    static TestBrowser withoutCookies(int port) {
        return new TestBrowser(HttpClient.newHttpClient(), port);
    }

    static TestBrowser withCookies(int port, CookieManager cookies) {
        return new TestBrowser(HttpClient.newBuilder().cookieHandler(cookies).build(), port);
    }

    HttpResponse<String> open(String path) {
        return get(path, "Accept", PAGES);
    }

    HttpResponse<String> openWith(String cookie, String path) {
        return get(path, "Accept", PAGES, "Cookie", cookie);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .headers("Accept", PAGES, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
