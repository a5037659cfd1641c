package id.pintu.systemtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP server that takes the deliveries of webhooks, and knows one that comes again by its {@code webhook-id}. */
final class WebhookTestReceiver implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

    /** Records by the path they were sent to, and by id. */
    private final Map<String, Map<String, JsonNode>> received = new ConcurrentHashMap<>();

    private final AtomicInteger repeats = new AtomicInteger();

    private WebhookTestReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookTestReceiver start() throws IOException {
        WebhookTestReceiver receiver = new WebhookTestReceiver(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        receiver.server.setExecutor(receiver.handlers);
        receiver.server.createContext("/", receiver::receive);
        receiver.server.start();
        return receiver;
    }

    String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** What an address received, in the order it first came. */
    List<JsonNode> received(String name) {
        Map<String, JsonNode> records = received.getOrDefault("/" + name, Map.of());
        synchronized (records) {
            return new ArrayList<>(records.values());
        }
    }

    /** How many deliveries came again. */
    int repeats() {
        return repeats.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, JsonNode> records =
                received.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new LinkedHashMap<>());
        JsonNode record = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String id = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("webhook-id"));
        synchronized (records) {
            if (records.putIfAbsent(id, record) != null) {
                repeats.incrementAndGet();
            }
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.close();
    }
}
