package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.LatencyHistogram;
import id.pintu.standalone.demo.DemoReportSender.DemoReceipt;
import id.pintu.standalone.demo.InstitutionScript.ScriptedStep;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * Simulator of the institutions and the national desk in a demo. It reads their assignments from the agency feeds and
 * acts over HTTP with their API keys, as real ones do.
 */
final class DemoInstitutionSimulator implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration DESK_DECIDES_AFTER = Duration.ofHours(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(24);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<ComplaintId> heldFirst = ConcurrentHashMap.newKeySet();
    private final Map<ComplaintId, Long> feedArrivals = new ConcurrentHashMap<>();
    private final InstallationSecret secret;
    private final ServicePorts ports;
    private final DemoReportSender reporters;
    private final double speed;

    /**
     * @param speed virtual seconds in one real second
     */
    DemoInstitutionSimulator(InstallationSecret secret, ServicePorts ports, DemoReportSender reporters, double speed) {
        this.secret = secret;
        this.ports = ports;
        this.reporters = reporters;
        this.speed = speed;
    }

    /** Schedules the scripted actions for an assignment in an agency feed. */
    void onAssignment(ConsumerRecord<byte[], byte[]> record) {
        JsonNode assignment = WireJsonMapper.MAPPER.readTree(record.value());
        if (seen.add(assignment.path("id").asString())) {
            ComplaintId id = ComplaintId.parse(assignment.path("complaintId").asString());
            if (assignment.path("assignment").asInt() == 1 && !heldFirst.contains(id)) {
                feedArrivals.putIfAbsent(id, System.nanoTime());
            }
            String institution = assignment.path("institution").asString();
            for (ScriptedStep step : InstitutionScript.of(
                            id, assignment.path("assignment").asInt())
                    .steps()) {
                schedule(step.delay(), () -> perform(step, id, institution));
            }
        }
    }

    /** Schedules the desk's decision on a held complaint. */
    void onHeldForDesk(ConsumerRecord<byte[], byte[]> record) {
        if (EventJsonCodec.read(record.value()) instanceof ComplaintHeldForDesk held
                && seen.add(held.id().toString())) {
            schedule(DESK_DECIDES_AFTER, () -> decide(held));
        }
    }

    /** Time from sending a report until it is in an agency feed, of reports that were not held for the desk. */
    LatencyHistogram feedLatencies() {
        LatencyHistogram latencies = new LatencyHistogram();
        feedArrivals.forEach((id, arrival) ->
                reporters.receipt(id).ifPresent(receipt -> latencies.recordBetween(receipt.sentNanos(), arrival)));
        return latencies;
    }

    /** Drops the scheduled actions and accepts no more. */
    void stop() {
        scheduler.shutdownNow();
    }

    @Override
    public void close() {
        stop();
        http.shutdownNow();
    }

    /** Assigns to the labelled institution where there is a label; otherwise assigns, archives or leaves by chance. */
    private void decide(ComplaintHeldForDesk held) {
        ComplaintId id = held.complaintId();
        DemoReceipt receipt = reporters.receipt(id).orElse(null);
        int lot = Math.floorMod(id.value().hashCode(), 10);
        if (held.dispute().isPresent()) {
            actAsDesk(id, "rule", Map.of("institution", "K.DAGRI", "grounds", "Urusan pemerintahan dalam negeri."));
        } else if (receipt != null && receipt.report().label().isPresent()) {
            actAsDesk(
                    id, "assign", Map.of("institution", receipt.report().label().get()));
        } else if (lot < 4) {
            actAsDesk(id, "assign", Map.of("institution", "K.DAGRI"));
        } else if (lot < 7) {
            actAsDesk(
                    id,
                    "archive",
                    Map.of(
                            "ground",
                            "too-general",
                            "reason",
                            "Laporan terlalu umum: mohon lengkapi tempat dan pokok laporannya."));
        }
    }

    private void perform(ScriptedStep step, ComplaintId id, String institution) {
        switch (step.action()) {
            case VERIFY -> actAsInstitution(id, institution, "verify", Map.of());
            case ASSIGN_UNIT -> actAsInstitution(id, institution, "assign-unit", Map.of("unit", "Bidang Pelayanan"));
            case ASK -> actAsInstitution(id, institution, "ask", Map.of("question", "Mohon lokasi persisnya di mana?"));
            case FOLLOW_UP ->
                actAsInstitution(id, institution, "follow-up", Map.of("text", "Petugas kami sudah ke lapangan."));
            case RESOLVE ->
                actAsInstitution(id, institution, "resolve", Map.of("answer", "Sudah kami selesaikan. Terima kasih."));
            case RETURN -> actAsInstitution(id, institution, "return", Map.of("reason", "Bukan wewenang kami."));
            case REPLY -> actAsReporter(id, "reply", Map.of("text", "Di depan balai warga."));
            case RATE -> actAsReporter(id, "rate", Map.of("stars", 4));
            case CONTEST -> actAsReporter(id, "contest", Map.of("reason", "Di lapangan belum ada perubahan."));
        }
    }

    private void actAsInstitution(ComplaintId id, String institution, String action, Map<String, ?> body) {
        String key = StoredInstitutionKey.clearText(secret, institution, 1);
        post(
                ports.routing() + "/v1/agencies/" + institution + "/complaints/" + id + "/" + action,
                body,
                "Authorization",
                "Bearer " + key);
    }

    private void actAsDesk(ComplaintId id, String action, Map<String, ?> body) {
        String key = StoredInstitutionKey.clearText(secret, StoredInstitutionKey.DESK, 1);
        post(ports.routing() + "/v1/desk/complaints/" + id + "/" + action, body, "Authorization", "Bearer " + key);
    }

    private void actAsReporter(ComplaintId id, String action, Map<String, ?> body) {
        reporters
                .receipt(id)
                .ifPresent(receipt -> post(
                        ports.intake() + "/v1/complaints/" + id + "/" + action, body, "Reporter-Key", receipt.key()));
    }

    /** Posts an action. A refusal is ignored: the complaint may have changed since the action was scheduled. */
    private void post(String address, Map<String, ?> body, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJsonMapper.MAPPER.writeValueAsBytes(body)))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            schedule(Duration.ofHours(1), () -> post(address, body, header, value));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // fire and forget
    private void schedule(Duration virtual, Runnable action) {
        if (!scheduler.isShutdown()) {
            scheduler.schedule(action, (long) (virtual.toMillis() / speed), TimeUnit.MILLISECONDS);
        }
    }
}
