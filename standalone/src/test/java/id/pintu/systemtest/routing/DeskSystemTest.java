package id.pintu.systemtest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test of the national desk: rulings as precedents, and incidents of several reports, on a real broker. */
class DeskSystemTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String CITY = "D.33.74";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RoutingClusterFixture cluster;

    @BeforeAll
    static void open() {
        cluster = RoutingClusterFixture.start(data, 6_500, 2);
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void everyInstanceFollowsARulingUntilTheDeskWithdrawsIt() {
        ComplaintId disputed = disputed(1, "Lubang besar di jalan depan pasar");
        assertThat(desk(0, "GET", "/v1/desk/complaints?queue=arbiter", "").text())
                .contains("Bukan wewenang " + CITY, "Bukan wewenang P.33");
        assertThat(desk(
                                0,
                                "POST",
                                "/v1/desk/complaints/" + disputed + "/rule",
                                "{\"institution\": \"K.PU\", \"grounds\": \"Jalan nasional\"}")
                        .status())
                .isEqualTo(204);

        for (int instance : new int[] {0, 1}) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(precedents(instance).findValuesAsString("against"))
                            .containsExactlyInAnyOrder(CITY, "P.33"));
        }
        // Six complaints, so that both instances process some.
        for (int number = 10; number < 16; number++) {
            ComplaintId later = submitted(number, "Jalan kota berlubang, contoh ke-" + number, "33.74");
            awaitResponsible(later, "K.PU");
        }

        String withdraw = "/v1/desk/precedents/" + disputed + "/withdraw";
        assertThat(desk(1, "POST", withdraw, "{}")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("why");
        assertThat(desk(1, "POST", withdraw, "{\"why\": \"Hanya untuk satu ruas\"}")
                        .status())
                .isEqualTo(204);
        assertThat(desk(1, "POST", withdraw, "{\"why\": \"lagi\"}").status()).isEqualTo(204);
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(precedents(0).findValuesAsString("why"))
                        .containsExactly("Hanya untuk satu ruas", "Hanya untuk satu ruas"));
        for (int number = 20; number < 26; number++) {
            ComplaintId later = submitted(number, "Jalan kota rusak lagi, contoh ke-" + number, "33.74");
            awaitResponsible(later, CITY);
        }
        assertThat(desk(
                                0,
                                "POST",
                                "/v1/desk/precedents/" + submitted(30, "halo", "33.74") + "/withdraw",
                                "{\"why\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void reportsOfOneIncidentAreListedAssignedAndResolvedTogether() {
        String text = "Pohon tumbang menimpa rumah warga dan kabel di kampung kami sejak tadi malam, ";
        List<ComplaintId> all = List.of(
                submitted(101, text + "tolong", null),
                submitted(102, text + "tolong ya", null),
                submitted(103, text + "tolong pak", null));
        JsonNode incident = awaitIncident("/v1/desk/incidents", RoutingClusterFixture.DESK, all);
        // The one whose partition was read first.
        ComplaintId first = ComplaintId.parse(incident.path("first").asString());
        assertThat(incident.path("text").asString()).startsWith("Pohon tumbang menimpa rumah warga");
        assertThat(incident.path("repeats")).hasSize(2);
        assertThat(desk(0, "GET", "/v1/desk/complaints", "")
                        .body()
                        .path("complaints")
                        .valueStream()
                        .map(waiting -> waiting.path("incident"))
                        .filter(listed -> listed.path("first").asString("").equals(first.value())))
                .hasSize(3)
                .allSatisfy(listed -> assertThat(listed.path("waiting").asInt()).isEqualTo(3));

        JsonTestResponse response =
                desk(1, "POST", "/v1/desk/incidents/" + first + "/assign", "{\"institution\": \"" + CITY + "\"}");
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body().path("complaints").asInt()).isEqualTo(3);
        for (ComplaintId each : all) {
            awaitResponsible(each, CITY);
        }

        String own = "/v1/agencies/" + CITY + "/incidents";
        awaitIncident(own, RoutingClusterFixture.key(CITY), all);
        assertThat(desk(0, "GET", "/v1/desk/incidents", "").body()).isEmpty();
        assertThat(cluster.send(
                                0,
                                "POST",
                                own + "/" + first + "/resolve",
                                "{\"answer\": \"Sudah dipotong\"}",
                                "Authorization",
                                RoutingClusterFixture.key(CITY))
                        .status())
                .isEqualTo(202);
        for (ComplaintId each : all) {
            Awaitility.await()
                    .atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(
                                    complaintAt(CITY, each).path("phase").asString())
                            .isEqualTo("ANSWERED"));
        }
    }

    @Test
    void whoeverProcessesACommandTheInstanceThatSentItGetsTheReply() {
        ComplaintId complaint = submitted(150, "Lampu jalan padam di depan balai kota", "33.74");
        awaitResponsible(complaint, CITY);
        int before = replies();
        // Its partition belongs to one of the two instances, so that one of two commands comes from elsewhere.
        for (int instance : new int[] {0, 1}) {
            assertThat(cluster.send(
                                    instance,
                                    "POST",
                                    "/v1/agencies/" + CITY + "/complaints/" + complaint + "/verify",
                                    "{}",
                                    "Authorization",
                                    RoutingClusterFixture.key(CITY))
                            .status())
                    .isIn(204, 409);
        }

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(replies() - before).isEqualTo(1));
    }

    private static int replies() {
        AtomicInteger count = new AtomicInteger();
        CommittedTopicReader.readAll(
                cluster.clients(), TopicNames.replyTopic("routing")::equals, reply -> count.incrementAndGet());
        return count.get();
    }

    @Test
    void theDeskQueuesAreTheSameAfterARebuildFromTheLedger() {
        ComplaintId disputed = disputed(201, "Lubang besar di jalan depan sekolah, belum ditambal");
        ComplaintId unsure = submitted(202, "Selamat pagi, mohon perhatiannya", null);
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(queues()).contains(disputed.value(), unsure.value()));

        String before = queues();
        cluster.restartAndRebuild();

        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(queues()).isEqualTo(before));
    }

    private static String queues() {
        return Stream.of("complaints?queue=desk", "complaints?queue=arbiter", "incidents", "precedents")
                .map(each -> desk(0, "GET", "/v1/desk/" + each, "").text())
                .collect(Collectors.joining("\n"));
    }

    private static JsonNode awaitIncident(String path, String key, List<ComplaintId> complaints) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .until(
                        () -> cluster.send(0, "GET", path, "", "Authorization", key)
                                .body()
                                .valueStream()
                                .filter(incident -> complaints.contains(
                                        ComplaintId.parse(incident.path("first").asString())))
                                .filter(incident -> incident.path("repeats").size() == 2)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** A complaint that city and province each return as the other's. */
    private static ComplaintId disputed(int number, String text) {
        ComplaintId disputed = submitted(number, text, "33.74");
        awaitResponsible(disputed, CITY);
        returned(disputed, CITY, "P.33");
        awaitResponsible(disputed, "P.33");
        returned(disputed, "P.33", CITY);
        return disputed;
    }

    private static void returned(ComplaintId id, String institution, String suggested) {
        String body = "{\"reason\": \"Bukan wewenang %s\", \"suggested\": \"%s\"}".formatted(institution, suggested);
        assertThat(cluster.send(
                                0,
                                "POST",
                                "/v1/agencies/" + institution + "/complaints/" + id + "/return",
                                body,
                                "Authorization",
                                RoutingClusterFixture.key(institution))
                        .status())
                .isEqualTo(204);
    }

    private static void awaitResponsible(ComplaintId id, String institution) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(complaintAt(institution, id)
                                .path("responsible")
                                .path("code")
                                .asString())
                        .isEqualTo(institution));
    }

    private static JsonNode complaintAt(String institution, ComplaintId id) {
        return cluster.send(
                        1,
                        "GET",
                        "/v1/agencies/" + institution + "/complaints/" + id,
                        "",
                        "Authorization",
                        RoutingClusterFixture.key(institution))
                .body();
    }

    private static JsonNode precedents(int instance) {
        return desk(instance, "GET", "/v1/desk/precedents", "").body();
    }

    private static JsonTestResponse desk(int instance, String method, String path, String body) {
        return cluster.send(instance, method, path, body, "Authorization", RoutingClusterFixture.DESK);
    }

    private static ComplaintId submitted(int number, String text, @Nullable String region) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
        cluster.publish(new ComplaintSubmitted(
                EventMetadata.of(id, new UUID(5, number), ComplaintSubmitted.class, Instant.now()),
                SubmittedReport.ofText(text)
                        .withPlace(
                                new SubmittedReport.ReportedLocation(Optional.ofNullable(region), Optional.empty()))));
        return id;
    }
}
