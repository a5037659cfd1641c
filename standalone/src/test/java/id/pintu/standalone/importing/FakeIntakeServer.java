package id.pintu.standalone.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Fake HTTP server of {@code POST /v1/complaints} that stores the accepted reports. */
final class FakeIntakeServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final AtomicInteger requestCount = new AtomicInteger();
    private final AtomicInteger remainingOutages = new AtomicInteger();

    FakeIntakeServer() throws IOException {
        server.setExecutor(threads);
        server.createContext("/v1/complaints", exchange -> {
            requestCount.incrementAndGet();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (remainingOutages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                respond(exchange, 503, "{\"detail\":\"unavailable\"}");
            } else if (body.contains("REFUSE")) {
                respond(exchange, 400, "{\"errors\":[{\"field\":\"text\",\"message\":\"is not a report\"}]}");
            } else {
                String former = reports.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
                if (former != null) {
                    exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
                }
                respond(
                        exchange,
                        former == null || former.equals(body) ? 201 : 422,
                        former == null || former.equals(body)
                                ? "{}"
                                : "{\"type\":\"urn:pintu:problem:idempotency-key-reused\",\"detail\":\"Header 'Idempotency-Key'\"}");
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a number of requests with status 503. */
    void answerUnavailable(int count) {
        remainingOutages.set(count);
    }

    int requestCount() {
        return requestCount.get();
    }

    /** Idempotency key → body. */
    Map<String, String> reports() {
        return Map.copyOf(reports);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
