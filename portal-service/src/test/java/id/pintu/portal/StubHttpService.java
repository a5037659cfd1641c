package id.pintu.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stub of another service over HTTP: gives the set response, and records the requests. */
final class StubHttpService implements AutoCloseable {

    /**
     * @param query decoded; empty without one
     */
    record RecordedRequest(
            String method,
            String path,
            String query,
            @Nullable String idempotencyKey,
            @Nullable String reporterKey,
            @Nullable String authorization,
            @Nullable String client,
            @Nullable String ifMatch,
            String body) {}

    record StubResponse(int status, String json, Optional<String> retryAfter) {

        StubResponse(int status, String json) {
            this(status, json, Optional.empty());
        }
    }

    final List<RecordedRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Function<RecordedRequest, StubResponse> responder = any -> new StubResponse(201, "{}");

    StubHttpService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1", exchange -> {
            RecordedRequest request = read(exchange);
            requests.add(request);
            write(exchange, responder.apply(request));
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void respondWith(int code, String json) {
        respondWith(any -> new StubResponse(code, json));
    }

    void respondWithTooManyRequests(String code, @Nullable String retryAfter) {
        String problem = "{\"type\": \"urn:pintu:problem:" + code + "\", \"status\": 429, \"detail\": \"Too many\"}";
        respondWith(any -> new StubResponse(429, problem, Optional.ofNullable(retryAfter)));
    }

    void respondWith(Function<RecordedRequest, StubResponse> handler) {
        responder = handler;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static RecordedRequest read(HttpExchange exchange) throws IOException {
        return new RecordedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Reporter-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("X-Pintu-Client"),
                exchange.getRequestHeaders().getFirst("If-Match"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, StubResponse response) throws IOException {
        byte[] body = response.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", response.status() < 400 ? "application/json" : "application/problem+json");
        response.retryAfter().ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
        exchange.sendResponseHeaders(response.status(), response.status() == 204 ? -1 : body.length);
        if (response.status() != 204) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
