package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.ReportSubmissionClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Sender of demo reports to intake-service, each by web form or SMS until it is acknowledged or refused. */
final class DemoReportSender {

    private static final int CONCURRENT_SENDERS = 16;

    /**
     * Receipt that a reporter gets.
     *
     * @param key the reporter's secret key
     * @param sentNanos time of the first attempt, as of {@link System#nanoTime}
     */
    record DemoReceipt(ComplaintId id, String key, DemoReport report, long sentNanos) {}

    private final ReportSubmissionClient intake;
    private final boolean sendWishedTargets;
    private final Map<ComplaintId, DemoReceipt> receipts = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * @param sendWishedTargets whether the columns for institution and region are the reporter's own statement; otherwise
     *     they are labels and are not sent
     */
    DemoReportSender(ReportSubmissionClient intake, boolean sendWishedTargets) {
        this.intake = intake;
        this.sendWishedTargets = sendWishedTargets;
    }

    /** Sends all reports; returns when each is acknowledged or refused. */
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
        long sent = System.nanoTime();
        HttpResponse<String> response = post(report);
        if (response.statusCode() == 201) {
            JsonNode body = WireJsonMapper.MAPPER.readTree(response.body());
            ComplaintId id = ComplaintId.parse(body.path("trackingNumber").asString());
            receipts.put(id, new DemoReceipt(id, body.path("reporterKey").asString(), report, sent));
        } else {
            refused.incrementAndGet();
        }
    }

    private HttpResponse<String> post(DemoReport report) {
        try {
            return report.sms()
                    ? intake.post("/v1/sms", json(sms(report)))
                    : intake.post("/v1/complaints", json(web(report)), "Idempotency-Key", "demo/" + report.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<String, Object> sms(DemoReport report) {
        // No operator has the prefix +62 000: an invented number must not belong to a real person.
        String from = String.format("+62000%07d", Math.floorMod(report.id().hashCode(), 10_000_000));
        return Map.of("id", report.id(), "from", from, "to", "1708", "text", report.field("text"));
    }

    private Map<String, Object> web(DemoReport report) {
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
            body.put("contact", Map.of("email", report.field("email"), "emailVerified", true));
        }
        body.put("anonymous", report.field("anonymous").equals("true"));
        body.put("confidential", report.field("confidential").equals("true"));
        return body;
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }

    private static String json(Map<String, Object> body) {
        return WireJsonMapper.MAPPER.writeValueAsString(body);
    }
}
