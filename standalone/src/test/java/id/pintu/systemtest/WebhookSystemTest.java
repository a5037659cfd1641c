package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * System test of webhooks: one receiver takes everything; others of the same institution hang, fail, are gone, or redirect, and
 * delay nobody.
 */
class WebhookSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(15_900);
    private static final String CITY = "D.33.74";
    private static final JsonTestClient HTTP = new JsonTestClient();

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static FeedTestClient feed;
    private static HttpServer receivers;

    /** Received requests by path. */
    private static final Map<String, List<Received>> RECEIVED = new ConcurrentHashMap<>();

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private record Received(String id, String timestamp, String signature, byte[] body) {}

    @BeforeAll
    static void open() throws IOException {
        receivers = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receivers.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receivers.createContext("/", WebhookSystemTest::receive);
        receivers.start();
        server = AllInOneServer.start(
                directory,
                PORTS,
                InstantSource.system(),
                Map.of("pintu.routing.webhooks.allow-private-addresses", "true"));
        feed = new FeedTestClient(PORTS, CITY, "Bearer " + new InstallationSecret(server.secret()).operatorToken());
    }

    @AfterAll
    static void close() {
        NEVER.countDown();
        if (server != null) {
            server.close();
        }
        receivers.stop(0);
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        RECEIVED.computeIfAbsent(path, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(new Received(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        exchange.getRequestHeaders().getFirst("webhook-signature"),
                        body));
        switch (path) {
            case "/hangs" -> {
                try {
                    NEVER.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case "/fails" -> exchange.sendResponseHeaders(500, -1);
            case "/gone" -> exchange.sendResponseHeaders(410, -1);
            case "/redirects" -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.1:" + receivers.getAddress().getPort() + "/secret-inside");
                exchange.sendResponseHeaders(307, -1);
            }
            default -> exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    private static List<Received> received(String path) {
        return List.copyOf(RECEIVED.getOrDefault(path, List.of()));
    }

    @Test
    void theReceiverGetsTheRecordsOfTheFeedInOrderWhateverTheOthersDo() throws Exception {
        for (String other : List.of("hangs", "fails", "gone", "redirects")) {
            put(other, receiver("/" + other));
        }
        String secret = put("takes", receiver("/takes")).body().path("secret").asString();
        for (int i = 0; i < 20; i++) {
            report("Jalan berlubang di Jl. Pandanaran, titik ke-" + i);
        }

        List<JsonNode> records = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> feed.readAll(500),
                        all -> all.size() >= 40 && received("/takes").size() >= all.size());

        List<Received> deliveries = received("/takes");
        for (int i = 0; i < records.size(); i++) {
            Received delivery = deliveries.get(i);
            assertThat(new JsonMapper().readTree(delivery.body())).isEqualTo(records.get(i));
            assertThat(delivery.id()).isEqualTo(records.get(i).path("id").asString());
            assertThat(delivery.signature().split(" ")).contains("v1," + signature(secret, delivery));
        }
        assertThat(received("/secret-inside")).isEmpty();
        awaitStatus("fails", "RETRYING", "answered 500");
        awaitStatus("gone", "PARKED", "answered 410");
        awaitStatus("redirects", "RETRYING", "redirects are not followed");
        awaitStatus("hangs", "RETRYING", "no answer in 20 seconds");
        assertThat(received("/gone")).hasSize(1);
        assertThat(webhook("takes").path("status").asString()).isEqualTo("DELIVERING");
    }

    @Test
    void aReplayDeliversTheSameRecordsAgainAndARotatedSecretOverlaps() throws Exception {
        String first = put("again", receiver("/again")).body().path("secret").asString();
        report("Trotoar rusak di Jl. Pandanaran.");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !received("/again").isEmpty()
                        && received("/again").size() == feed.readAll(500).size());
        int before = received("/again").size();

        String second =
                send("POST", "/again/rotate-secret", "").body().path("secret").asString();
        assertThat(send("POST", "/again/replay", "{\"after\": \"0\"}").status()).isEqualTo(204);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> received("/again").size() >= 2 * before);
        Received again = received("/again").get(before);
        assertThat(again.id()).isEqualTo(received("/again").getFirst().id());
        assertThat(second).isNotEqualTo(first);
        assertThat(again.signature().split(" "))
                .contains("v1," + signature(first, again), "v1," + signature(second, again));

        assertThat(send("DELETE", "/again", "").status()).isEqualTo(204);
        assertThat(send("DELETE", "/again", "").status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidWithTheNameOfTheField() {
        assertThat(send("PUT", "/x", "{}").text()).contains("url", "is required");
        assertThat(send("PUT", "/x", "{\"url\": \"ftp://example.com\"}").text()).contains("url", "https");
        assertThat(send("PUT", "/x", "{\"url\": \"https://a:b@example.com\"}").text())
                .contains("url", "user");
        assertThat(send("PUT", "/x", "{\"url\": \"https://exa mple.com\"}").text())
                .contains("url");
        assertThat(send("PUT", "/x", "{\"url\": \"https://example.com\", \"after\": \"-1\"}")
                        .text())
                .contains("after");
        assertThat(send("PUT", "/Besar", "{\"url\": \"https://example.com\"}").text())
                .contains("name");
        assertThat(send("POST", "/unknown/replay", "{\"after\": \"0\"}").status())
                .isEqualTo(404);
        assertThat(send("GET", "", "").body().toString()).doesNotContain("whsec_");
    }

    private static String signature(String secret, Received delivery) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((delivery.id() + "." + delivery.timestamp() + ".").getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(delivery.body()));
    }

    private static void awaitStatus(String name, String status, String cause) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(webhook(name).path("status").asString()).isEqualTo(status);
            assertThat(webhook(name).path("failure").path("cause").asString()).contains(cause);
        });
    }

    private static JsonNode webhook(String name) {
        for (JsonNode each : send("GET", "", "").body()) {
            if (each.path("name").asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no webhook " + name);
    }

    private static JsonTestResponse put(String name, String url) {
        JsonTestResponse created = send("PUT", "/" + name, "{\"url\": \"" + url + "\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private static String receiver(String path) {
        return "http://127.0.0.1:" + receivers.getAddress().getPort() + path;
    }

    private static JsonTestResponse send(String method, String path, String body) {
        return HTTP.send(
                        method,
                        PORTS.routing() + "/v1/agencies/" + CITY + "/webhooks" + path,
                        body,
                        "Authorization",
                        "Bearer " + feed.key())
                .orElseThrow();
    }

    private static void report(String text) {
        assertThat(HTTP.post(
                                PORTS.intake() + "/v1/complaints",
                                Map.of("text", text, "place", Map.of("regionCode", "33.74")))
                        .orElseThrow()
                        .status())
                .isEqualTo(201);
    }
}
