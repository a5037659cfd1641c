package id.pintu.standalone.demo;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.WireJson;
import id.pintu.house.keys.InstitutionKey;
import id.pintu.house.keys.Secret;
import id.pintu.standalone.demo.Doors.Receipt;
import id.pintu.standalone.demo.Script.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The institutions and the national desk of a demo. They learn of complaints from their feeds, as real ones do, and act
 * over HTTP with their own keys.
 */
final class Actors implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration DESK_DECIDES_AFTER = Duration.ofHours(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService stage = new ScheduledThreadPoolExecutor(24);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<ComplaintId> heldFirst = ConcurrentHashMap.newKeySet();
    private final Map<ComplaintId, Long> found = new ConcurrentHashMap<>();
    private final Secret secret;
    private final String intake;
    private final String routing;
    private final Doors doors;
    private final double speed;

    /**
     * @param speed virtual seconds in one real second
     */
    Actors(Secret secret, String intake, String routing, Doors doors, double speed) {
        this.secret = secret;
        this.intake = intake;
        this.routing = routing;
        this.doors = doors;
        this.speed = speed;
    }

    /** An institution finds an assignment in its feed. */
    void findAssignment(ConsumerRecord<byte[], byte[]> record) {
        JsonNode assignment = WireJson.MAPPER.readTree(record.value());
        if (seen.add(assignment.path("id").asString())) {
            ComplaintId id = ComplaintId.parse(assignment.path("complaintId").asString());
            if (assignment.path("assignment").asInt() == 1 && !heldFirst.contains(id)) {
                found.putIfAbsent(id, System.nanoTime());
            }
            String institution = assignment.path("institution").asString();
            for (Step step :
                    Script.of(id, assignment.path("assignment").asInt()).steps()) {
                later(step.after(), () -> act(step, id, institution));
            }
        }
    }

    /** The desk finds a complaint held for it: it knows where a real one went, and archives what is nobody's. */
    void findHeld(ConsumerRecord<byte[], byte[]> record) {
        if (EventJson.read(record.value()) instanceof ComplaintHeldForDesk held
                && seen.add(held.id().toString())) {
            later(DESK_DECIDES_AFTER, () -> decide(held));
        }
    }

    /** From sending a report to finding it in its institution's feed, in milliseconds, the shortest first. */
    List<Double> waits() {
        return found.entrySet().stream()
                .flatMap(each ->
                        doors.receipt(each.getKey()).stream().map(receipt -> (each.getValue() - receipt.sent()) / 1e6))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        stage.shutdownNow();
    }

    private void decide(ComplaintHeldForDesk held) {
        ComplaintId id = held.complaintId();
        Receipt receipt = doors.receipt(id).orElse(null);
        int lot = Math.floorMod(id.value().hashCode(), 10);
        if (held.dispute().isPresent()) {
            desk(id, "rule", Map.of("institution", "K.DAGRI", "grounds", "Urusan pemerintahan dalam negeri."));
        } else if (receipt != null && receipt.report().label().isPresent()) {
            desk(id, "assign", Map.of("institution", receipt.report().label().get()));
        } else if (lot < 4) {
            desk(id, "assign", Map.of("institution", "K.DAGRI"));
        } else if (lot < 7) {
            desk(
                    id,
                    "archive",
                    Map.of(
                            "ground",
                            "too-general",
                            "reason",
                            "Laporan terlalu umum: mohon lengkapi tempat dan pokok laporannya."));
        }
    }

    private void act(Step step, ComplaintId id, String institution) {
        switch (step.act()) {
            case VERIFY -> agency(id, institution, "verify", Map.of());
            case ASSIGN_UNIT -> agency(id, institution, "assign-unit", Map.of("unit", "Bidang Pelayanan"));
            case ASK -> agency(id, institution, "ask", Map.of("question", "Mohon lokasi persisnya di mana?"));
            case FOLLOW_UP -> agency(id, institution, "follow-up", Map.of("text", "Petugas kami sudah ke lapangan."));
            case RESOLVE ->
                agency(id, institution, "resolve", Map.of("answer", "Sudah kami selesaikan. Terima kasih."));
            case RETURN -> agency(id, institution, "return", Map.of("reason", "Bukan wewenang kami."));
            case REPLY -> reporter(id, "reply", Map.of("text", "Di depan balai warga."));
            case RATE -> reporter(id, "rate", Map.of("stars", 4));
            case CONTEST -> reporter(id, "contest", Map.of("reason", "Di lapangan belum ada perubahan."));
        }
    }

    private void agency(ComplaintId id, String institution, String action, Map<String, ?> body) {
        String key = InstitutionKey.clear(secret, institution, 1);
        post(
                routing + "/v1/agencies/" + institution + "/complaints/" + id + "/" + action,
                body,
                "Authorization",
                "Bearer " + key);
    }

    private void desk(ComplaintId id, String action, Map<String, ?> body) {
        String key = InstitutionKey.clear(secret, InstitutionKey.DESK, 1);
        post(routing + "/v1/desk/complaints/" + id + "/" + action, body, "Authorization", "Bearer " + key);
    }

    private void reporter(ComplaintId id, String action, Map<String, ?> body) {
        doors.receipt(id)
                .ifPresent(receipt ->
                        post(intake + "/v1/complaints/" + id + "/" + action, body, "Reporter-Key", receipt.key()));
    }

    /** What was refused stays refused: a script does not know that a complaint has moved on meanwhile. */
    private void post(String address, Map<String, ?> body, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.MAPPER.writeValueAsBytes(body)))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            later(Duration.ofHours(1), () -> post(address, body, header, value));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for an actor
    private void later(Duration virtual, Runnable act) {
        if (!stage.isShutdown()) {
            stage.schedule(act, (long) (virtual.toMillis() / speed), TimeUnit.MILLISECONDS);
        }
    }
}
