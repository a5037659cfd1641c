package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.TopicNames;
import id.pintu.processing.CommandSender;
import id.pintu.processing.OutboundRecord;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The poison of one sender, and records that nobody can read, against the running all-in-one. */
class DeadLetterSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(2_400);
    private static final JsonTestClient HTTP = new JsonTestClient();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String LONG_TEXT = "a".repeat(19_996);

    @TempDir
    private static Path directory;

    private static AllInOneServer server;

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(
                directory, PORTS, InstantSource.system(), Map.of("pintu.intake.replies-per-day", "10000"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** 900 replies of 20,000 characters: more than the 16 MB that one document may have. */
    @Test
    void oneSendersRepliesDoNotStopTheTrackingOfOthers() {
        JsonNode poison = submit("poison");
        List<Future<Integer>> replies = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 900)
                    .forEach(number -> replies.add(senders.submit(() -> reply(poison, LONG_TEXT + number))));
        }
        assertThat(replies).extracting(Future::resultNow).isSubsetOf(202, 204);
        List<String> others = new ArrayList<>();
        IntStream.range(0, 12).forEach(number -> others.add(trackingNumber(submit("other " + number))));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(others)
                        .allSatisfy(number -> assertThat(track(number, "")).isEqualTo(200)));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                HTTP.get(PORTS.portal() + "/v1/complaints/" + trackingNumber(poison) + "?limit=1")
                                        .orElseThrow()
                                        .body()
                                        .path("earlier")
                                        .asInt())
                        .isGreaterThanOrEqualTo(900));
        assertThat(track(trackingNumber(poison), "?limit=500&before=400")).isEqualTo(200);
    }

    @Test
    void aRecordThatNobodyCanReadIsOneDeadLetterAndIsReplayedOnce() {
        JsonNode complaint = submit("broken step");
        ComplaintId id = ComplaintId.parse(trackingNumber(complaint));
        EventMetadata stamp = EventMetadata.of(id, new UUID(7, 7), ComplaintReplied.class, Instant.now());
        try (CommandSender sender = new CommandSender("intake", "test", server.clients())) {
            sender.send(
                            OutboundRecord.of(
                                    TopicNames.COMPLAINTS,
                                    id,
                                    "complaint-submitted",
                                    stamp.id(),
                                    stamp.at(),
                                    "{\"type\":\"complaint-submitted\",\"text\":\"Siti\"".getBytes(UTF_8)),
                            Optional.empty())
                    .join();
            sender.send(
                            OutboundRecord.of(
                                    TopicNames.REPORTERS,
                                    id,
                                    "reporter",
                                    stamp.id(),
                                    stamp.at(),
                                    "Siti 0811".getBytes(UTF_8)),
                            Optional.empty())
                    .join();
        }

        // Intake takes the record for its own; each reader of the ledger fails on it, and the portal has two.
        JsonNode letter = await().atMost(LIMIT)
                .until(
                        () -> letterFrom("complaints-"),
                        found -> found.path("services").size() == 6);
        assertThat(letter.path("kind").asString()).isEqualTo("malformed");
        assertThat(letter.path("complaint").asString()).isEqualTo(id.value());
        String detail = show(letter).toString();
        assertThat(detail).doesNotContain("Siti");
        JsonNode contact = await().atMost(LIMIT).until(() -> letterFrom("reporters-"), JsonNode::isObject);
        assertThat(show(contact).has("content")).isFalse();
        assertThat(show(contact).toString()).doesNotContain("0811");

        assertThat(deskQueue()).contains(id.value());
        assertThat(health()).contains("\"malformed\":");
        int before = openLetters().size();
        assertThat(replay(letter)).isEqualTo(204);
        assertThat(replay(letter)).isEqualTo(409);
        // It is as broken as before, at its new position: a dead letter again, and only one.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(openLetters()).hasSize(before));
        assertThat(letterFrom("complaints-").path("id")).isNotEqualTo(letter.path("id"));
        assertThat(replay("complaints-0@999999")).isEqualTo(404);
        // Routing may not touch the contacts; notification may.
        assertThat(contact.path("replayedBy").asString()).isEqualTo("notification");
        assertThat(replay(contact)).isEqualTo(409);
        assertThat(replay("notification", contact.path("id").asString())).isEqualTo(204);
    }

    /** Topics that a service keeps in memory are read again at each start, so these are no dead letters. */
    @Test
    void garbageInATopicKeptInMemoryIsShownByEachServiceThatReadsIt() {
        Map<String, String> readers = Map.of(
                "keys", "intake",
                "registry", "sla",
                "registry.history", "routing",
                "rulebooks.history", "routing",
                "precedents", "routing",
                "calendars", "sla",
                "calendars.effects", "sla");
        try (CommandSender sender = new CommandSender("intake", "test", server.clients())) {
            readers.keySet()
                    .forEach(topic -> sender.send(new ProducerRecord<>(
                                    topic, "part/garbage/Siti".getBytes(UTF_8), "{\"name\": \"Siti\"".getBytes(UTF_8)))
                            .join());
        }

        readers.forEach((topic, service) -> await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode unreadable = HTTP.get(address(service) + "/actuator/health", "Authorization", operator())
                    .orElseThrow()
                    .body()
                    .path("components")
                    .path("unreadableRecords")
                    .path("details");
            assertThat(unreadable.path("count").asInt()).isPositive();
            assertThat(unreadable
                            .path("records")
                            .valueStream()
                            .map(each -> each.path("topic").asString()))
                    .contains(topic);
            assertThat(unreadable.toString()).doesNotContain("Siti");
        }));
        assertThat(HTTP.get(address("sla") + "/actuator/metrics/pintu.unreadable.records", "Authorization", operator())
                        .orElseThrow()
                        .body()
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asInt())
                .isGreaterThanOrEqualTo(3);
        // What could be used is used as before.
        assertThat(submit("after the garbage").has("trackingNumber")).isTrue();
    }

    private static String address(String service) {
        return String.valueOf(server.addresses().get(service));
    }

    private static JsonNode submit(String text) {
        return HTTP.post(PORTS.intake() + "/v1/complaints", Map.of("text", "Laporan " + text + " di jalan"))
                .orElseThrow()
                .body();
    }

    private static int reply(JsonNode receipt, String text) {
        return HTTP.post(
                        PORTS.intake() + "/v1/complaints/" + trackingNumber(receipt) + "/reply",
                        Map.of("text", text),
                        "Reporter-Key",
                        receipt.path("reporterKey").asString())
                .orElseThrow()
                .status();
    }

    private static String trackingNumber(JsonNode receipt) {
        return receipt.path("trackingNumber").asString();
    }

    private static int track(String number, String query) {
        return HTTP.get(PORTS.portal() + "/v1/complaints/" + number + query)
                .orElseThrow()
                .status();
    }

    private static JsonNode openLetters() {
        return HTTP.get(PORTS.routing() + "/v1/dead-letters", "Authorization", operator())
                .orElseThrow()
                .body()
                .path("deadLetters");
    }

    private static JsonNode letterFrom(String topic) {
        return openLetters()
                .valueStream()
                .filter(each -> each.path("from").asString().startsWith(topic))
                .reduce((former, next) -> next)
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    private static JsonNode show(JsonNode letter) {
        return HTTP.get(
                        PORTS.routing() + "/v1/dead-letters/"
                                + letter.path("id").asString(),
                        "Authorization",
                        operator())
                .orElseThrow()
                .body();
    }

    private static int replay(JsonNode letter) {
        return replay(letter.path("id").asString());
    }

    private static int replay(String id) {
        return replay("routing", id);
    }

    private static int replay(String service, String id) {
        return HTTP.send(
                        "POST",
                        address(service) + "/v1/dead-letters/" + id + "/replay",
                        "",
                        "Authorization",
                        operator())
                .orElseThrow()
                .status();
    }

    private static String deskQueue() {
        String key =
                StoredInstitutionKey.clearText(new InstallationSecret(server.secret()), StoredInstitutionKey.DESK, 1);
        return HTTP.get(PORTS.routing() + "/v1/desk/complaints?limit=200", "Authorization", "Bearer " + key)
                .orElseThrow()
                .text();
    }

    private static String health() {
        return HTTP.get(PORTS.routing() + "/actuator/health", "Authorization", operator())
                .orElseThrow()
                .text();
    }

    private static String operator() {
        return "Bearer " + new InstallationSecret(server.secret()).operatorToken();
    }
}
