package id.pintu.systemtest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test of the rule book's versions and of the what-if comparison, on a real broker. */
class RuleBookSystemTest {

    private static final String RULE_BOOKS = "/v1/routing/rulebooks";
    private static final String DRAFT = """
        name,query,affair,level,institution,unit,settles,legal_basis
        lampu-aneh,lampuaneh,Lampu aneh,pusat,K.PU,,ya,UU 38/2004
        """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RoutingClusterFixture cluster;

    @BeforeAll
    static void open() {
        cluster = RoutingClusterFixture.start(data, 6_300, 2);
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void aDraftIsComparedWithTheRulesInForceOnPastComplaints() {
        cluster.publish(
                submitted(1, "lampuaneh di jalan", 3),
                submitted(2, "lampuaneh lagi", 3),
                submitted(3, "lampuaneh", 60));

        JsonTestResponse response = desk("POST", "/v1/routing/what-if?last=30d", DRAFT, "Accept", "application/json");
        assertThat(response.status()).isEqualTo(200);
        JsonNode comparison = response.body();
        assertThat(comparison.path("complaints").asInt()).isEqualTo(2);
        assertThat(comparison.path("moves")).singleElement().satisfies(move -> {
            assertThat(move.path("from").asString()).isEqualTo("DESK");
            assertThat(move.path("to").asString()).isEqualTo("K.PU");
            assertThat(move.path("examples")).hasSize(2);
        });
        JsonTestResponse lines = cluster.send(
                1,
                "POST",
                "/v1/routing/what-if",
                DRAFT,
                "Authorization",
                RoutingClusterFixture.operator(),
                "Content-Type",
                "text/csv",
                "Accept",
                "application/x-ndjson");
        List<String> progressLines = lines.text().lines().toList();
        assertThat(progressLines.getFirst()).contains("\"read\"");
        assertThat(progressLines.getLast()).contains("\"complaints\":3");
    }

    @Test
    void anInvalidDraftIsRefusedWithLineAndReasonAndNotStored() {
        String broken = DRAFT + "lampu-lain,lampu AND (,Lampu,pusat,K.NONE,,,UU\n";
        for (String path : List.of("/v1/routing/what-if", RULE_BOOKS + "?why=coba")) {
            JsonTestResponse refused = desk("POST", path, broken);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("errors").findValuesAsString("field"))
                    .first()
                    .asString()
                    .startsWith("line 3");
        }
        assertThat(desk("POST", "/v1/routing/what-if?last=soon", DRAFT).status())
                .isEqualTo(400);
    }

    @Test
    void versionsAreActivatedByDateAndRolledBackOnEveryInstance() {
        int before = versions(0).size();
        JsonTestResponse written = desk("POST", RULE_BOOKS + "?why=PermenPU%201/2026", DRAFT);
        assertThat(written.status()).isEqualTo(201);
        int number = written.body().path("number").asInt();
        assertThat(number).isEqualTo(before + 1);
        assertThat(written.body().path("inForce").asBoolean()).isTrue();

        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        JsonTestResponse planned = desk("POST", RULE_BOOKS + "/1/activate?why=kembali&validFrom=" + tomorrow, "");
        assertThat(planned.body().path("inForce").asBoolean()).isFalse();
        assertThat(desk("POST", RULE_BOOKS + "/1/activate?why=kembali&validFrom=2020-01-01T00:00:00Z", "")
                        .status())
                .isEqualTo(400);
        assertThat(desk("POST", RULE_BOOKS + "/1/activate", "").status()).isEqualTo(400);
        assertThat(desk("POST", RULE_BOOKS + "/99/activate?why=x", "").status()).isEqualTo(404);
        assertThat(versionInForce(0)).isEqualTo(number);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> versionInForce(1) == number);

        JsonTestResponse back = desk("POST", RULE_BOOKS + "/1/activate?why=salah", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> versionInForce(1) == back.body().path("number").asInt());
        assertThat(cluster.send(0, "GET", RULE_BOOKS + "/" + number, "", "Authorization", RoutingClusterFixture.DESK)
                        .text())
                .isEqualTo(DRAFT);
        assertThat(versions(0).path(0).path("why").asString()).isEqualTo("salah");
    }

    private static int versionInForce(int instance) {
        return versions(instance)
                .valueStream()
                .filter(each -> each.path("inForce").asBoolean())
                .findFirst()
                .map(each -> each.path("number").asInt())
                .orElseThrow();
    }

    private static JsonNode versions(int instance) {
        return cluster.send(instance, "GET", RULE_BOOKS, "", "Authorization", RoutingClusterFixture.DESK)
                .body();
    }

    private static JsonTestResponse desk(String method, String path, String body) {
        return desk(method, path, body, "Accept", "*/*");
    }

    private static JsonTestResponse desk(String method, String path, String body, String header, String value) {
        return cluster.send(
                0,
                method,
                path,
                body,
                "Authorization",
                RoutingClusterFixture.DESK,
                "Content-Type",
                "text/csv",
                header,
                value);
    }

    private static ComplaintSubmitted submitted(int number, String text, int daysAgo) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        return new ComplaintSubmitted(
                EventMetadata.of(id, new UUID(0, number), ComplaintSubmitted.class, at),
                SubmittedReport.ofText(text)
                        .withPrivacy(new SubmittedReport.ReportPrivacySettings(true, false, ContactChannel.NONE)));
    }
}
