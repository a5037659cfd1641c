package id.pintu.systemtest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** System test of the registry's HTTP API with two instances of routing-service. */
@TestMethodOrder(MethodName.class)
class RegistrySystemTest {

    private static final String DESK = RoutingClusterFixture.DESK;
    private static final ComplaintId NONE = ComplaintId.of(new byte[8]);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static RoutingClusterFixture cluster;

    @BeforeAll
    static void open() {
        cluster = RoutingClusterFixture.start(data, 6_100, 2);
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void theBundledTablesAreWrittenOnceAndReadableWithoutAKey() {
        JsonTestResponse semarang = get(0, "/v1/registry/institutions/D.33.74");
        assertThat(semarang.status()).isEqualTo(200);
        assertThat(semarang.etag()).startsWith("\"");
        assertThat(semarang.body().path("feed").asString()).isEqualTo("agency.D.33.74");
        assertThat(semarang.body().path("active").asBoolean()).isTrue();

        assertThat(count("/v1/registry/institutions?limit=500&revision=1")).isEqualTo(500);
        JsonTestResponse second = get(1, "/v1/registry/institutions?limit=500&revision=1&after=" + next(0));
        assertThat(second.body().path("institutions")).hasSize(286);
        assertThat(second.body().has("next") && !second.body().path("next").isNull())
                .isFalse();
        assertThat(count("/v1/registry/institutions?limit=500&at=2000-01-01T00:00:00Z"))
                .isZero();
        assertThat(count("/v1/registry/institutions?kind=pemerintah_kota&region=33"))
                .isEqualTo(6);
        assertThat(count("/v1/registry/institutions?q=pemkot%20semarang")).isEqualTo(1);
    }

    @Test
    void aChangeReachesTheOtherInstanceAndItsHistoryHasAuthorTimeAndReason() {
        String path = "/v1/registry/institutions/D.33.75";
        JsonTestResponse changed =
                patch(0, path, "\"1\"", "{\"connection\":{\"connected\":false},\"why\":\"SK dicabut\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !get(1, path)
                        .body()
                        .path("connection")
                        .path("connected")
                        .asBoolean(true));
        JsonNode history =
                send(1, "GET", path + "/history", "", "Authorization", DESK).body();
        assertThat(history).hasSize(2);
        assertThat(history.path(1).path("why").asString()).isEqualTo("SK dicabut");
        assertThat(history.path(1).path("by").asString()).isEqualTo("program/DESK national-desk");
        assertThat(history.path(1).path("at").asString()).isNotBlank();
        assertThat(get(0, "/v1/registry/institutions?revision=1&q=pekalongan")
                        .body()
                        .toString())
                .contains("\"code\":\"D.33.75\"")
                .contains("\"version\":1");
    }

    @Test
    void ofTwoChangesToOneVersionTheSecondIsRefusedOnEveryInstance() {
        String path = "/v1/registry/institutions/D.33.72";
        assertThat(patch(0, path, "\"1\"", "{\"shortName\":\"Solo\",\"why\":\"nama umum\"}")
                        .status())
                .isEqualTo(200);
        JsonTestResponse late = patch(1, path, "\"1\"", "{\"shortName\":\"Surakarta\",\"why\":\"nama resmi\"}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body().path("type").asString()).endsWith("changed-meanwhile");
        assertThat(patch(0, path, "", "{\"shortName\":\"Surakarta\",\"why\":\"x\"}")
                        .status())
                .isEqualTo(428);
        assertThat(get(0, path).body().path("shortName").asString()).isEqualTo("Solo");
    }

    @Test
    void aNewInstitutionHasAFeedAndAKeyImmediately() throws Exception {
        String path = "/v1/registry/institutions/K.BARU";
        JsonTestResponse made = send(0, "PUT", path, """
            {"name": "Kementerian Baru", "kind": "kementerian", "connection": {"connected": true,
             "decree": "SK 1/2026", "since": "2026-01-02"}, "smsKeywords": ["lapor baru"], "why": "Perpres 1/2026"}
            """, "Authorization", DESK);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("smsKeywords").toString()).isEqualTo("[\"LAPOR BARU\"]");

        try (Admin admin = cluster.clients().admin()) {
            Set<String> wanted = Set.of("agency.K.BARU", "registry", "registry.history");
            assertThat(admin.listTopics().names().get().containsAll(wanted)).isTrue();
        }
        String key = RoutingClusterFixture.key("K.BARU");
        assertThat(send(0, "GET", "/v1/agencies/K.BARU/complaints/" + NONE, "", "Authorization", key)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aUnitHasTheFeedOfItsInstitutionAndNoKey() throws Exception {
        String path = "/v1/registry/institutions/D.33.73.DISHUB";
        JsonTestResponse made = send(
                0,
                "PUT",
                path,
                "{\"name\": \"Dinas Perhubungan Salatiga\", \"kind\": \"unit\", \"parent\": \"D.33.73\", \"why\":"
                        + " \"OPD\"}",
                "Authorization",
                DESK);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("feed").asString()).isEqualTo("agency.D.33.73");

        assertThat(count("/v1/registry/institutions?q=perhubungan%20salatiga")).isZero();
        assertThat(count("/v1/registry/institutions?q=perhubungan%20salatiga&kind=unit"))
                .isEqualTo(1);
        assertThat(count("/v1/registry/institutions?parent=D.33.73")).isEqualTo(1);
        try (Admin admin = cluster.clients().admin()) {
            assertThat(admin.listTopics().names().get()).doesNotContain("agency.D.33.73.DISHUB");
        }
        assertThat(send(
                                0,
                                "POST",
                                "/v1/keys/D.33.73.DISHUB",
                                "{\"renew\": false}",
                                "Authorization",
                                RoutingClusterFixture.operator())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anInstitutionWithAnOldMissedDeadlineIsInactiveUntilItActs() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(60));
        InstitutionRef tegal = new InstitutionRef("D.33.76", "Pemerintah Kota Tegal", ZoneId.of("Asia/Jakarta"));
        cluster.publish(
                new ComplaintRouted(
                        EventMetadata.of(NONE, new UUID(0, 1), ComplaintRouted.class, longAgo),
                        tegal,
                        Optional.empty(),
                        1,
                        new RoutingReason("wished-institution", List.of())),
                new DeadlineMissed(
                        EventMetadata.of(NONE, new UUID(0, 2), DeadlineMissed.class, longAgo),
                        SlaClockType.INSTITUTION_VERIFICATION,
                        longAgo,
                        1,
                        "P.33",
                        false));
        for (int instance : new int[] {0, 1}) {
            awaitActive(instance, false);
        }
        assertThat(count("/v1/registry/institutions?active=false")).isEqualTo(1);

        cluster.publish(new ComplaintVerified(
                EventMetadata.of(NONE, new UUID(0, 3), ComplaintVerified.class, Instant.now()), "D.33.76"));
        awaitActive(0, true);
    }

    private static void awaitActive(int instance, boolean active) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(instance, "/v1/registry/institutions/D.33.76")
                                .body()
                                .path("active")
                                .asBoolean(!active)
                        == active);
    }

    @Test
    void refusesInvalidEntriesAndNamesEachField() {
        JsonTestResponse refused = send(
                0,
                "PUT",
                "/v1/registry/institutions/K.SALAH",
                "{\"kind\":\"dinas\",\"region\":\"99\",\"parent\":\"K.NONE\",\"why\":\"coba\"}",
                "Authorization",
                DESK);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsString("field"))
                .containsExactly("name", "kind", "region_code", "parent");
        assertThat(get(0, "/v1/registry/institutions/K.SALAH").status()).isEqualTo(404);
        assertThat(patch(0, "/v1/registry/institutions/D.33.76", "\"1\"", "{\"shortName\":\"Tegal\"}")
                        .body()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("why");
        assertThat(patch(0, "/v1/registry/institutions/D.33.76", "\"1\"", "{\"smsKeyword\":\"X\",\"why\":\"x\"}")
                        .body()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("smsKeyword");
    }

    @Test
    void aResponseCanBeSentBackUnchanged() {
        String path = "/v1/registry/institutions/D.33.74";
        JsonTestResponse read = get(0, path);
        ObjectNode whole = (ObjectNode) read.body();
        whole.put("why", "coba");

        JsonTestResponse written =
                send(0, "PUT", path, whole.toString(), "Authorization", DESK, "If-Match", String.valueOf(read.etag()));
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.body().path("name")).isEqualTo(whole.path("name"));
        assertThat(written.body().path("aliases")).isEqualTo(whole.path("aliases"));
    }

    @Test
    void aTableIsImportedCompletelyOrNotAtAllAndCanBeTriedBefore() {
        String csv = "code,connected,decree\nD.33.71,tidak,\nD.33.73,ya,SK 7/2026\n";
        JsonTestResponse tried = table(csv, "?dryRun=true");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().path("difference").path("changed").findValuesAsString("code"))
                .containsExactly("D.33.71", "D.33.73");
        assertThat(version("D.33.71")).isEqualTo(1);

        assertThat(table(csv, "").status()).isEqualTo(400);
        JsonTestResponse broken = table(csv + "D.33.99,ya,\nD.33.76,mungkin,\n", "?why=coba");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().path("errors").findValuesAsString("field")).containsExactly("line 5: connected");
        assertThat(version("D.33.71")).isEqualTo(1);

        assertThat(table(csv, "?why=SK%202026").status()).isEqualTo(200);
        assertThat(List.of(version("D.33.71"), version("D.33.73"))).containsOnly(2);
        assertThat(table(csv, "?why=lagi")
                        .body()
                        .path("difference")
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        assertThat(table("code,version,decree\nD.33.71,1,SK 8/2026\n", "?why=basi")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void anExportedTableCanBeImportedAndChangesNothing() {
        JsonTestResponse exported = send(0, "GET", "/v1/registry.csv", "", "Authorization", DESK);
        assertThat(exported.text().lines().findFirst().orElseThrow())
                .isEqualTo("code,name,short_name,kind,region_code,parent,aliases,sms_keywords,connected,decree,"
                        + "connected_since,source,version");
        JsonNode difference = table(exported.text(), "?why=tidak%20ada").body().path("difference");
        assertThat(difference.path("changed")).isEmpty();
        assertThat(difference.path("unchanged").asInt()).isGreaterThanOrEqualTo(786);
    }

    private static int count(String path) {
        return get(0, path).body().path("institutions").size();
    }

    private static int version(String code) {
        return get(0, "/v1/registry/institutions/" + code)
                .body()
                .path("version")
                .asInt();
    }

    private static String next(int instance) {
        return get(instance, "/v1/registry/institutions?limit=500&revision=1")
                .body()
                .path("next")
                .asString();
    }

    private static JsonTestResponse get(int instance, String path) {
        return send(instance, "GET", path, "");
    }

    private static JsonTestResponse patch(int instance, String path, String match, String body) {
        return match.isEmpty()
                ? send(instance, "PATCH", path, body, "Authorization", DESK)
                : send(instance, "PATCH", path, body, "Authorization", DESK, "If-Match", match);
    }

    private static JsonTestResponse table(String csv, String query) {
        return send(0, "PUT", "/v1/registry.csv" + query, csv, "Authorization", DESK, "Content-Type", "text/csv");
    }

    private static JsonTestResponse send(int instance, String method, String path, String body, String... headers) {
        return cluster.send(instance, method, path, body, headers);
    }
}
