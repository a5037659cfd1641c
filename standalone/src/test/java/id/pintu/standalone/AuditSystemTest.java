package id.pintu.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import id.pintu.systemtest.JsonTestClient;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test of the audit log of the running all-in-one: what is in it, who reads it, and what its verification finds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditSystemTest {

    private static final int PORT_OFFSET = 5_300;
    private static final ServicePorts PORTS = new ServicePorts(PORT_OFFSET);
    private static final JsonTestClient HTTP = new JsonTestClient();
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String OWN = "D.33.74";
    private static final String OTHER = "D.33.72";
    private static final String TEXT = "Jalan berlubang di Jl. Pandanaran, hubungi Siti 081234567890";

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static InstallationSecret secret;

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        secret = new InstallationSecret(server.secret());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @Order(1)
    void actsLooksAndRefusedAttemptsAreInTheLogOnceWithWhoDidThem() {
        String complaint = submit();
        String path = "/v1/agencies/" + OWN + "/complaints/" + complaint;
        await().atMost(LIMIT).until(() -> call("GET", path, key(OWN), "").status() == 200);

        assertThat(call("POST", path + "/verify", key(OWN), "").status()).isEqualTo(204);
        assertThat(call("POST", path + "/verify", key(OTHER), "").status()).isEqualTo(403);
        assertThat(call("POST", path + "/verify", "Bearer wrong", "").status()).isEqualTo(401);
        assertThat(call("GET", "/v1/no-such-address?secret=17", key(OWN), "").status())
                .isEqualTo(404);
        assertThat(call("GET", "/v1/desk/complaints", key(StoredInstitutionKey.DESK), "")
                        .status())
                .isEqualTo(200);
        assertThat(call(
                                "PUT",
                                "/v1/registry/institutions/K.BARU",
                                key(StoredInstitutionKey.DESK),
                                "{\"name\": \"Kementerian Baru\", \"kind\": \"kementerian\", \"why\": \"Perpres\"}")
                        .status())
                .isEqualTo(201);
        assertThat(call("POST", "/v1/keys/" + OTHER, operator(), "{\"renew\": false}")
                        .status())
                .isEqualTo(200);

        String verify = "POST /v1/agencies/{code}/complaints/{id}/verify";
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines(entries("?complaint=" + complaint)))
                        .contains(
                                "act program/D.33.74 " + verify + " 204 code=D.33.74,complaint=" + complaint,
                                "refusal program/D.33.72 " + verify + " 403 code=D.33.74,complaint=" + complaint,
                                "refusal - " + verify + " 401 code=D.33.74,complaint=" + complaint,
                                "look program/D.33.74 GET /v1/agencies/{code}/complaints/{id} - code=D.33.74,complaint="
                                        + complaint)
                        .satisfies(lines -> assertThat(lines.stream()
                                        .filter(line -> !line.startsWith("look"))
                                        .toList())
                                .doesNotHaveDuplicates()));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lines(entries("")))
                        .contains(
                                "refusal program/D.33.74 GET - 404 ",
                                "look program/DESK GET /v1/desk/complaints - ",
                                "act program/DESK PUT /v1/registry/institutions/{code} 201 code=K.BARU",
                                "act program/operator POST /v1/keys/{code} 200 code=D.33.72"));
        // The submission is a reporter's act, and the ledger has it.
        String all = entries("").toString();
        assertThat(all).doesNotContain("/v1/complaints\"", "Siti", "0812", "secret=", "Bearer", "wrong");
    }

    @Test
    @Order(2)
    void anInstitutionReadsWhatConcernsItAndNothingElse() {
        List<JsonNode> own = records("/v1/agencies/" + OWN + "/audit", key(OWN));
        assertThat(own)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(
                                record.path("entry").path("institutions").toString())
                        .contains(OWN));
        assertThat(lines(own)).anyMatch(line -> line.startsWith("refusal program/D.33.72"));
        assertThat(records("/v1/agencies/" + OWN + "/audit?actor=program/" + OTHER, key(OWN)))
                .hasSize(1);
        assertThat(call("GET", "/v1/agencies/" + OWN + "/audit", key(OTHER), "").status())
                .isEqualTo(403);
        assertThat(call("GET", "/v1/audit", key(OWN), "").status()).isEqualTo(403);
        assertThat(call("GET", "/v1/audit", "Bearer wrong", "").status()).isEqualTo(401);
        assertThat(call("GET", "/v1/audit?limit=501", operator(), "").status()).isEqualTo(400);

        List<Long> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    call("GET", "/v1/audit?limit=2" + next, operator(), "").body();
            page.path("records")
                    .forEach(record -> paged.add(record.path("sequence").asLong()));
            next = page.has("next") ? "&before=" + page.path("next").asLong() : "";
        } while (!next.isEmpty());
        assertThat(paged)
                .isSortedAccordingTo((left, right) -> Long.compare(right, left))
                .doesNotHaveDuplicates();
        assertThat(paged).startsWith((long) paged.size()).endsWith(1L);
    }

    @Test
    @Order(3)
    void aFloodOfAttemptsWithoutAKeyDoesNotFillTheLog() {
        int flood = 200;
        for (int i = 0; i < flood; i++) {
            assertThat(call("GET", "/v1/desk/complaints", "Bearer wrong", "").status())
                    .isEqualTo(401);
        }
        call("POST", "/v1/dead-letters/after-the-flood/replay", operator(), "");
        await().atMost(LIMIT).until(() -> entries("").toString().contains("after-the-flood"));
        assertThat(lines(entries("")).stream().filter(line -> line.startsWith("refusal -")))
                .hasSizeLessThan(50);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> entries("").stream()
                                .mapToLong(record ->
                                        record.path("entry").path("leftOut").asLong(0))
                                .sum()
                        > flood / 2);
    }

    @Test
    @Order(4)
    void theWholeLogVerifies() {
        assertThat(verify(AuditTopics.CHAIN)).startsWith("0 ").contains(" 0 faults");
    }

    @Test
    @Order(5)
    void oneBitFlippedOneRecordRemovedAndOneInsertedAreEachLocated() throws Exception {
        assertThat(verify(copy("audit-flipped", records -> {
                    ConsumerRecord<byte[], byte[]> third = records.get(2);
                    third.value()[third.value().length / 2] ^= 1;
                })))
                .startsWith("1 ")
                .contains("edited       record 3 ", " 1 faults");
        assertThat(verify(copy("audit-removed", records -> records.remove(3))))
                .startsWith("1 ")
                .contains("missing      record 4 ", " 1 faults");
        assertThat(verify(copy("audit-inserted", records -> records.add(5, records.get(1)))))
                .startsWith("1 ")
                .contains("inserted     after record 5 ", " 1 faults");
    }

    @Test
    @Order(6)
    void whatAnotherWritesIntoTheTopicIsFoundAndTheChainGoesOnWithoutIt() throws Exception {
        long before = entries("").getFirst().path("sequence").asLong();
        send(
                AuditTopics.CHAIN,
                List.of(new ProducerRecord<>(
                        AuditTopics.CHAIN, 0, "9".getBytes(UTF_8), "{\"sequence\":9}".getBytes(UTF_8))));
        call("POST", "/v1/dead-letters/after-the-forgery/replay", operator(), "");
        await().atMost(LIMIT).until(() -> entries("").toString().contains("after-the-forgery"));

        assertThat(entries("").getFirst().path("sequence").asLong()).isGreaterThan(before);
        assertThat(verify(AuditTopics.CHAIN)).startsWith("1 ").contains("inserted     after record ", " 1 faults");
    }

    @Test
    @Order(7)
    void aBitFlippedOnTheDiskIsLocated() throws Exception {
        String marker = "after-the-flood";
        long sequence = entries("").stream()
                .filter(record -> record.toString().contains(marker))
                .findFirst()
                .orElseThrow()
                .path("sequence")
                .asLong();
        server.close();
        try (Stream<Path> files = Files.walk(directory.resolve("broker"))) {
            Path segment = files.filter(file -> file.toString().contains("/audit-0/")
                            && file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(marker);
            bytes[at] ^= 1;
            Files.write(segment, bytes);
        }
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());

        call("POST", "/v1/dead-letters/after-the-flip/replay", operator(), "");
        await().atMost(LIMIT).until(() -> entries("").toString().contains("after-the-flip"));
        assertThat(verify(AuditTopics.CHAIN))
                .startsWith("1 ")
                .contains("edited       record " + sequence + " ", " 2 faults"); // one is of the test before
    }

    /** Copies the log as it is, but for one change, into another topic. */
    private static String copy(String topic, Consumer<List<ConsumerRecord<byte[], byte[]>>> change) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        AuditLogReader.read(server.clients(), AuditTopics.CHAIN, records::add);
        change.accept(records);
        try (Admin admin = server.clients().admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        send(
                topic,
                records.stream()
                        .map(each -> new ProducerRecord<>(topic, 0, each.key(), each.value(), each.headers()))
                        .toList());
        return topic;
    }

    private static void send(String topic, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        KafkaClients clients = server.clients();
        try (KafkaProducer<byte[], byte[]> producer = clients.producer(Map.of())) {
            for (ProducerRecord<byte[], byte[]> each : records) {
                assertThat(producer.send(each).get().topic()).isEqualTo(topic);
            }
        }
    }

    /** Exit code and output of the command. */
    private static String verify(String topic) {
        StringWriter out = new StringWriter();
        int code = PintuCli.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        "audit",
                        "verify",
                        "--data",
                        directory.toString(),
                        "--port-offset",
                        String.valueOf(PORT_OFFSET),
                        "--topic",
                        topic);
        return code + " " + out;
    }

    private static String submit() {
        return HTTP.send(
                        "POST",
                        PORTS.intake() + "/v1/complaints",
                        WireJsonMapper.MAPPER.writeValueAsString(
                                Map.of("text", TEXT, "place", Map.of("regionCode", "33.74"))))
                .orElseThrow()
                .body()
                .path("trackingNumber")
                .asString();
    }

    private static List<JsonNode> entries(String query) {
        return records("/v1/audit" + query + (query.isEmpty() ? "?" : "&") + "limit=500", operator());
    }

    private static List<JsonNode> records(String path, String authorization) {
        JsonTestResponse response = call("GET", path, authorization, "");
        assertThat(response.status()).isEqualTo(200);
        return response.body().path("records").valueStream().toList();
    }

    /** Each entry in one line: what, actor, method, path, status, about. */
    private static List<String> lines(List<JsonNode> records) {
        return records.stream()
                .map(record -> record.path("entry"))
                .map(entry -> String.join(
                        " ",
                        entry.path("what").asString(""),
                        entry.path("actor").path("account").asString("-"),
                        entry.path("request").path("method").asString(""),
                        entry.path("request").path("path").asString("-"),
                        entry.path("request").path("status").asString("-"),
                        entry.path("about")
                                .propertyStream()
                                .map(each ->
                                        each.getKey() + "=" + each.getValue().asString(""))
                                .collect(java.util.stream.Collectors.joining(","))))
                .toList();
    }

    private static JsonTestResponse call(String method, String path, String authorization, String body) {
        return HTTP.send(
                        method,
                        PORTS.url(path.contains("/audit") ? "account" : "routing") + path,
                        body,
                        "Authorization",
                        authorization)
                .orElseThrow();
    }

    private static String key(String code) {
        return "Bearer " + StoredInstitutionKey.clearText(secret, code, 1);
    }

    private static String operator() {
        return "Bearer " + secret.operatorToken();
    }
}
