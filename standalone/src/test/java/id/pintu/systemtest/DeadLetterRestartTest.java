package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A complaint whose snapshots are too large, in the running all-in-one: others go on, and a replay after a restart mends it. */
class DeadLetterRestartTest {

    private static final ServicePorts PORTS = new ServicePorts(2_450);
    private static final JsonTestClient HTTP = new JsonTestClient();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Map<String, String> SMALL_IN_ROUTING = Map.of(
            "pintu.max-snapshot-bytes", "${test.limits.${pintu.service}:4194304}", "test.limits.routing", "12000");

    @TempDir
    private static Path directory;

    @Test
    void anOversizedSnapshotStopsOnlyItsComplaintAndAReplayAfterARestartMendsIt() {
        String large;
        List<String> failed;
        try (AllInOneServer server = AllInOneServer.start(directory, PORTS, InstantSource.system(), SMALL_IN_ROUTING)) {
            large = submit("Jalan berlubang. " + "a".repeat(19_000));
            List<String> others = List.of(submit("Lampu jalan mati"), submit("Sampah menumpuk di pasar"));

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(others)
                            .allSatisfy(
                                    number -> assertThat(hasLeftIntake(number)).isTrue()));
            failed = await().atMost(LIMIT).until(() -> openLetters(server), found -> !found.isEmpty());
            assertThat(failed)
                    .singleElement()
                    .asString()
                    .startsWith("complaints-")
                    .endsWith("~routing");
        }

        try (AllInOneServer server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of())) {
            assertThat(openLetters(server)).isEqualTo(failed);
            assertThat(hasLeftIntake(large)).isFalse();

            assertThat(replay(server, failed.getFirst())).isEqualTo(204);

            await().atMost(LIMIT).until(() -> hasLeftIntake(large));
            assertThat(openLetters(server)).isEmpty();
        }
    }

    /** Whether it is with an institution or the desk. */
    private static boolean hasLeftIntake(String number) {
        return HTTP.get(PORTS.portal() + "/v1/complaints/" + number)
                .map(JsonTestClient.JsonTestResponse::text)
                .filter(text -> text.contains("complaint-routed") || text.contains("complaint-held-for-desk"))
                .isPresent();
    }

    private static int replay(AllInOneServer server, String id) {
        return HTTP.send(
                        "POST",
                        PORTS.routing() + "/v1/dead-letters/" + id + "/replay",
                        "",
                        "Authorization",
                        operator(server))
                .orElseThrow()
                .status();
    }

    private static String submit(String text) {
        return HTTP.post(PORTS.intake() + "/v1/complaints", Map.of("text", text))
                .orElseThrow()
                .body()
                .path("trackingNumber")
                .asString();
    }

    private static List<String> openLetters(AllInOneServer server) {
        return HTTP.get(PORTS.routing() + "/v1/dead-letters", "Authorization", operator(server))
                .orElseThrow()
                .body()
                .path("deadLetters")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static String operator(AllInOneServer server) {
        return "Bearer " + new InstallationSecret(server.secret()).operatorToken();
    }
}
