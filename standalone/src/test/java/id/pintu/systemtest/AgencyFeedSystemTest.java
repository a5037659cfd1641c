package id.pintu.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** System test of an institution's feed over HTTP. */
class AgencyFeedSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(15_700);
    private static final String CITY = "D.33.74";
    private static final JsonTestClient HTTP = new JsonTestClient();

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static FeedTestClient feed;

    @BeforeAll
    static void open() {
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
        feed = new FeedTestClient(PORTS, CITY, "Bearer " + new InstallationSecret(server.secret()).operatorToken());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void whatHappensToAComplaintIsInTheFeedInOrderAndEachRecordHasTheComplaint() {
        JsonNode receipt = report("Jalan berlubang di Jl. Pandanaran sejak dua minggu.");
        String number = receipt.path("trackingNumber").asString();
        awaitTypes(number, "assignment", "deadline-set");
        act(number, "ask", Map.of("question", "Di sebelah mana?"));
        Awaitility.await().until(() -> reporterAct(receipt, "reply", Map.of("text", "Di depan pasar.")) / 100 == 2);
        awaitTypes(number, "clarification-asked", "reporter-reply");
        act(number, "resolve", Map.of("answer", "Lubang sudah ditambal."));
        Awaitility.await().until(() -> reporterAct(receipt, "rate", Map.of("stars", 5)) / 100 == 2);
        awaitTypes(number, "complaint-resolved", "complaint-rated", "complaint-closed");

        List<JsonNode> records = about(number);
        assertThat(records).first().satisfies(first -> {
            assertThat(first.path("type").asString()).isEqualTo("id.pintu.assignment");
            assertThat(first.path("specversion").asString()).isEqualTo("1.0");
            assertThat(first.path("data").path("report").path("text").asString())
                    .contains("Pandanaran");
        });
        assertThat(records.stream().filter(each -> !each.path("type").asString().equals("id.pintu.assignment")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path("data")
                                .path("complaint")
                                .path("report")
                                .path("text")
                                .asString())
                        .contains("Pandanaran"));
        JsonNode deadline = ofType(records, "deadline-set")
                .path("data")
                .path("complaint")
                .path("deadlines")
                .path(0);
        assertThat(deadline.path("dueAt").asString()).isNotEmpty();
        assertThat(deadline.path("explanation").path("id").asString()).contains("hari kerja sejak");
        assertThat(records.toString()).doesNotContain("warga@example.com");
    }

    @Test
    void aRequestWaitsForTheNextRecordAndGoesOnWhereTheLastEnded() {
        report("Lampu jalan mati di Jl. Pandanaran.");
        Awaitility.await().until(() -> !feed.readAll(100).isEmpty());
        String end = Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> feed.get("?limit=500").body(),
                        page -> !page.path("more").asBoolean())
                .path("next")
                .asString();
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(
                () -> feed.get("?after=" + end + "&wait=30s").body());
        report("Trotoar rusak di Jl. Pandanaran.");

        JsonNode page = waiting.orTimeout(20, TimeUnit.SECONDS).join();

        assertThat(page.path("records")).isNotEmpty();
        assertThat(feed.get("?wait=1s&after=" + lastCursor()).body().path("records"))
                .isEmpty();
    }

    private static String lastCursor() {
        return Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> feed.get("?limit=500").body().path("next").asString(), next -> true);
    }

    @Test
    void partsOfOneAreTheSameAsPartsOfMany() {
        report("Saluran air tersumbat di Jl. Pandanaran.");
        Awaitility.await().until(() -> feed.readAll(500).size() > 1);
        List<JsonNode> all = feed.readAll(500);

        List<JsonNode> one = feed.readAll(1);

        assertThat(one.subList(0, all.size())).isEqualTo(all);
    }

    @Test
    void aLongAnswerIsCompressed() throws Exception {
        report("Pohon tumbang di Jl. Pandanaran. " + "Sangat mengganggu. ".repeat(300));
        Awaitility.await().until(() -> feed.get("?limit=500").text().length() > 8_000);
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(PORTS.routing() + "/v1/agencies/" + CITY + "/feed?limit=500"))
                                .header("Authorization", "Bearer " + feed.key())
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new JsonMapper()
                        .readTree(new GZIPInputStream(new ByteArrayInputStream(response.body())))
                        .path("records"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?after=x",
                "?after=-1",
                "?after=99999999",
                "?wait=2m",
                "?wait=-1s",
                "?wait=soon",
                "?limit=0",
                "?limit=501",
                "?limit=x"
            })
    void whatIsWrongIsSaidWithTheNameOfTheField(String query) {
        String field = query.substring(1, query.indexOf('='));

        assertThat(feed.get(query).status()).isEqualTo(400);
        assertThat(feed.get(query).text()).contains(field);
    }

    @Test
    void aProgramActsByRecordsAndHearsOfRefusalsInItsFeed() {
        String number = report("Lampu taman mati di Jl. Pandanaran.")
                .path("trackingNumber")
                .asString();
        awaitTypes(number, "assignment");

        write(
                action("a-1", "verify", number, "{}"),
                action("a-1", "verify", number, "{}"),
                action("a-2", "resolve", number, "{\"answer\": \" \"}"),
                action("a-3", "note", number, "{\"text\": \"x\"}")
                        .replace("\"data\"", "\"expectedversion\": 0, \"data\""),
                "no JSON",
                action("a-4", "resolve", number, "{\"answer\": \"Lampu sudah diganti.\"}"),
                action("a-5", "resolve", number, "{\"answer\": \"Sudah.\"}"),
                action("a-6", "resolve", ComplaintId.of(new byte[16]).value(), "{\"answer\": \"Sudah.\"}"));

        awaitTypes(number, "complaint-verified", "complaint-resolved");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(feed.readAll(500))
                        .filteredOn(record -> record.path("type").asString().equals("id.pintu.action-refused"))
                        .extracting(record -> record.path("data").path("action").asString("") + " "
                                + record.path("data")
                                        .path("problem")
                                        .path("type")
                                        .asString())
                        .containsExactlyInAnyOrder(
                                "a-2 urn:pintu:problem:invalid-field",
                                "a-3 urn:pintu:problem:changed-meanwhile",
                                " urn:pintu:problem:invalid-body",
                                "a-5 urn:pintu:problem:answered",
                                "a-6 urn:pintu:problem:unknown-complaint"));
        assertThat(HTTP.post(
                                PORTS.routing() + "/v1/agencies/" + CITY + "/complaints/" + number + "/verify",
                                Map.of(),
                                "Authorization",
                                "Bearer " + feed.key(),
                                "Idempotency-Key",
                                "a-1")
                        .orElseThrow()
                        .status())
                .isEqualTo(204);
        assertThat(about(number))
                .filteredOn(record -> record.path("type").asString().equals("id.pintu.complaint-verified"))
                .hasSize(1)
                .first()
                .satisfies(record -> assertThat(
                                record.path("data").path("event").path("by").toString())
                        .contains("program/" + CITY));
    }

    private static String action(String id, String act, String number, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/test", "type": "id.pintu.action.%s", "subject": "%s", "data": %s}""".formatted(id, act, number, data);
    }

    /** As the institution's user, whom the broker knows a moment after the key was shown. */
    private static void write(String... actions) {
        KafkaClients institution = BrokerLogin.institution(CITY, feed.key()).clients(PORTS.bootstrapServers());
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> {
            try (KafkaProducer<byte[], byte[]> producer = institution.producer(Map.of("acks", "all"))) {
                for (String action : actions) {
                    producer.send(new ProducerRecord<>(TopicNames.agencyActions(CITY), action.getBytes(UTF_8)))
                            .get();
                }
                return true;
            }
        });
    }

    private static JsonNode report(String text) {
        return HTTP.post(
                        PORTS.intake() + "/v1/complaints",
                        Map.of(
                                "text", text,
                                "place", Map.of("regionCode", "33.74"),
                                "contact", Map.of("email", "warga@example.com")))
                .orElseThrow()
                .body();
    }

    private static void act(String number, String act, Map<String, ?> body) {
        Awaitility.await()
                .until(() -> HTTP.post(
                                        PORTS.routing() + "/v1/agencies/" + CITY + "/complaints/" + number + "/" + act,
                                        body,
                                        "Authorization",
                                        "Bearer " + feed.key())
                                .orElseThrow()
                                .status()
                        == 204);
    }

    private static int reporterAct(JsonNode receipt, String act, Map<String, ?> body) {
        return HTTP.post(
                        PORTS.intake() + "/v1/complaints/"
                                + receipt.path("trackingNumber").asString() + "/" + act,
                        body,
                        "Reporter-Key",
                        receipt.path("reporterKey").asString())
                .orElseThrow()
                .status();
    }

    private static void awaitTypes(String number, String... types) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(about(number))
                        .extracting(record -> record.path("type").asString())
                        .containsAll(
                                Stream.of(types).map(type -> "id.pintu." + type).toList()));
    }

    private static List<JsonNode> about(String number) {
        return feed.readAll(500).stream()
                .filter(record -> record.path("subject").asString().equals(number))
                .toList();
    }

    private static JsonNode ofType(List<JsonNode> records, String type) {
        return records.stream()
                .filter(record -> record.path("type").asString().equals("id.pintu." + type))
                .findFirst()
                .orElseThrow();
    }
}
