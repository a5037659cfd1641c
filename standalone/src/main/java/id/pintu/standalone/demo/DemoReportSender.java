package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The reporters: each sends one report through the web or the SMS door, and tries again until it is acknowledged. */
final class DemoReportSender {

    private static final int CONCURRENT_SENDERS = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * What a reporter holds in the hand.
     *
     * @param key the reporter's secret key
     * @param sentNanos when it was first sent, by {@link System#nanoTime}
     */
    record DemoReceipt(ComplaintId id, String key, DemoReport report, long sentNanos) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String intake;
    private final boolean sendWishedTargets;
    private final Map<ComplaintId, DemoReceipt> receipts = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * @param intake address of intake-service
     * @param sendWishedTargets whether the columns for institution and region are the reporter's own words, and not labels
     */
    DemoReportSender(String intake, boolean sendWishedTargets) {
        this.intake = intake;
        this.sendWishedTargets = sendWishedTargets;
    }

    /** Sends them all; returns when each is acknowledged or refused. */
    void send(List<DemoReport> reports) {
        try (ExecutorService senders = Executors.newFixedThreadPool(CONCURRENT_SENDERS)) {
            reports.forEach(report -> senders.execute(() -> send(report)));
        }
    }

    Optional<DemoReceipt> receipt(ComplaintId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    Map<ComplaintId, DemoReceipt> receipts() {
        return receipts;
    }

    int refused() {
        return refused.get();
    }

    private void send(DemoReport report) {
        HttpRequest request = report.sms() ? sms(report) : web(report);
        long sent = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            Optional<HttpResponse<byte[]>> response = trySend(request);
            if (response.isPresent() && response.get().statusCode() == 201) {
                JsonNode body = WireJsonMapper.MAPPER.readTree(response.get().body());
                ComplaintId id = ComplaintId.parse(body.path("trackingNumber").asString());
                receipts.put(id, new DemoReceipt(id, body.path("reporterKey").asString(), report, sent));
                return;
            }
            if (response.isPresent() && response.get().statusCode() < 500) {
                refused.incrementAndGet();
                return;
            }
            UncheckedSleep.sleep(Duration.ofMillis(Math.min(5_000, 100L << Math.min(attempt, 6))));
        }
    }

    private Optional<HttpResponse<byte[]>> trySend(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest sms(DemoReport report) {
        // +62 000 is no operator's prefix: an invented number must not be anybody's.
        String from = String.format("+62000%07d", Math.floorMod(report.id().hashCode(), 10_000_000));
        return post("/v1/sms", Map.of("id", report.id(), "from", from, "to", "1708", "text", report.field("text")))
                .build();
    }

    private HttpRequest web(DemoReport report) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", report.field("text"));
        put(body, "title", report.field("title"));
        put(body, "kind", report.field("kind"));
        put(body, "category", report.field("category"));
        put(body, "occurredOn", report.field("occurred_on"));
        Map<String, Object> place = new LinkedHashMap<>();
        put(place, "description", report.field("place"));
        if (sendWishedTargets) {
            put(body, "wishedInstitution", report.field("institution_code"));
            put(place, "regionCode", report.field("region_code"));
        }
        body.put("place", place);
        if (!report.field("email").isEmpty()) {
            body.put("contact", Map.of("email", report.field("email")));
        }
        body.put("anonymous", report.field("anonymous").equals("true"));
        body.put("confidential", report.field("confidential").equals("true"));
        return post("/v1/complaints", body)
                .header("Idempotency-Key", "demo/" + report.id())
                .build();
    }

    private HttpRequest.Builder post(String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(URI.create(intake + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJsonMapper.MAPPER.writeValueAsBytes(body)));
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }
}
