package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import id.pintu.events.Sha256Digest;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test: a restarted server has the state of the one before, and so has one that rebuilt all of it from the ledger. */
class RestartEqualitySystemTest {

    private static final ServicePorts PORTS = new ServicePorts(7_500);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CITY = "D.33.74";

    /** Collections of which the ledger knows nothing, with their databases. */
    private static final Set<String> NOT_OF_THE_LEDGER =
            Set.of("pintu_intake.claims", "pintu_notification.claims", "pintu_notification.problems");

    private final JsonTestClient httpClient = new JsonTestClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void everyStateIsTheSameAfterARestartAndAfterARebuild() {
        Map<String, String> live;
        try (AllInOneServer server = start(Map.of())) {
            work(server);
            live = settledStates();
        }
        assertThat(live)
                .containsKeys(
                        "pintu_intake.snapshots",
                        "pintu_routing.snapshots",
                        "pintu_sla.snapshots",
                        "pintu_notification.snapshots",
                        "pintu_portal.snapshots");

        try (AllInOneServer restarted = start(Map.of())) {
            assertThat(restarted.addresses()).isNotEmpty();
            assertThat(settledStates()).isEqualTo(live);
        }
        try (AllInOneServer rebuilt = start(Map.of(AllInOneServer.REBUILD, "true"))) {
            assertThat(rebuilt.addresses()).isNotEmpty();
            assertThat(settledStates()).isEqualTo(live);
        }
    }

    private AllInOneServer start(Map<String, String> settings) {
        return AllInOneServer.start(directory, PORTS, InstantSource.system(), settings);
    }

    /** Complaints in each phase: at the desk, at an institution, answered, and closed. */
    private void work(AllInOneServer server) {
        submit("Mohon perhatian untuk hal ini");
        String waiting = submit("Jalan rusak di depan pasar, Kota Semarang");
        String answered = submit("Lampu jalan mati di Kota Semarang");
        String closed = submit("Sampah menumpuk di Kota Semarang");
        for (String id : List.of(waiting, answered, closed)) {
            awaitTracked(id, "complaint-routed");
        }
        for (String id : List.of(answered, closed)) {
            act(server, id, "verify", Map.of());
            act(server, id, "resolve", Map.of("answer", "Sudah diperbaiki. Terima kasih."));
            awaitTracked(id, "complaint-resolved");
        }
    }

    private String submit(String text) {
        return httpClient
                .post(
                        PORTS.intake() + "/v1/complaints",
                        Map.of("text", text, "wishedInstitution", CITY, "contact", Map.of("email", "warga@example.id")))
                .orElseThrow()
                .body()
                .path("trackingNumber")
                .asString();
    }

    private void awaitTracked(String id, String event) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> httpClient
                        .get(PORTS.portal() + "/v1/complaints/" + id)
                        .filter(response -> response.text().contains(event))
                        .isPresent());
    }

    private void act(AllInOneServer server, String id, String action, Map<String, ?> body) {
        String key = StoredInstitutionKey.clearText(new InstallationSecret(server.secret()), CITY, 1);
        assertThat(httpClient.post(
                        PORTS.routing() + "/v1/agencies/" + CITY + "/complaints/" + id + "/" + action,
                        body,
                        "Authorization",
                        "Bearer " + key))
                .hasValueSatisfying(response -> assertThat(response.status()).isEqualTo(204));
    }

    /** States when they have not changed for three seconds. */
    private Map<String, String> settledStates() {
        List<Map<String, String>> last = new ArrayList<>(List.of(Map.of()));
        return Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(3))
                .until(RestartEqualitySystemTest::states, found -> {
                    boolean same = found.equals(last.getLast()) && !found.isEmpty();
                    last.add(found);
                    return same;
                });
    }

    /** Hash of each collection, by database and name. */
    private static Map<String, String> states() {
        Map<String, String> hashes = new TreeMap<>();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + PORTS.mongo())) {
            for (String service : List.of("intake", "routing", "sla", "notification", "portal")) {
                MongoDatabase database = client.getDatabase("pintu_" + service);
                for (String collection : database.listCollectionNames()) {
                    String name = database.getName() + "." + collection;
                    List<String> documents = database.getCollection(collection)
                            .find()
                            .map(RestartEqualitySystemTest::canonical)
                            .into(new ArrayList<>());
                    documents.sort(null);
                    if (!documents.isEmpty() && !collection.equals("probes") && !NOT_OF_THE_LEDGER.contains(name)) {
                        hashes.put(name, hash(String.join("\n", documents)));
                    }
                }
            }
        }
        return hashes;
    }

    /** Of a snapshot the state alone: which records were seen, and what was refused, is not all in the ledger. */
    private static String canonical(Document document) {
        if (document.get("snapshot") instanceof Document snapshot) {
            JsonNode content = WireJsonMapper.MAPPER.readTree(
                    snapshot.get("content", Binary.class).getData());
            return document.getString("_id") + content.path("state");
        }
        return document.toJson();
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
