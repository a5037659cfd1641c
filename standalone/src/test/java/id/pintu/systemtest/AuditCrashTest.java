package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.OperatorAuthorization;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.audit.AuditTopics;
import id.pintu.support.audit.chain.AuditHashing;
import id.pintu.support.audit.chain.AuditRecordCodec;
import id.pintu.support.audit.record.AuditChainVerifier;
import id.pintu.support.audit.record.AuditFault;
import id.pintu.support.audit.record.AuditRecord;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * System test of the audit log under {@code kill -9}: every entry is in the chain once, every acknowledged act has an entry, and
 * the chain is whole, although the process that keeps it is killed while it does.
 */
class AuditCrashTest {

    private static final int ACTS = 3_000;
    private static final int CRASHES = 1;
    private static final int PORT_OFFSET = 4_100;
    private static final ServicePorts PORTS = new ServicePorts(PORT_OFFSET);

    private final JsonTestClient http = new JsonTestClient();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void eachEntryIsInTheChainOnceWhenTheServiceIsKilled() {
        JavaProcess server = startServer();
        try (ExecutorService operators = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < ACTS; i++) {
                int number = i;
                operators.execute(() -> act(number));
            }
            for (int crash = 1; crash <= CRASHES; crash++) {
                int share = ACTS * crash / (CRASHES + 1);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> acknowledged.size() >= share);
                server.kill();
                server = startServer();
            }
        }
        assertThat(acknowledged).hasSize(ACTS);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(chainedIds()).hasSameElementsAs(writtenIds()));
        assertThat(chainedIds()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ACTS);
        Set<String> acts = ConcurrentHashMap.newKeySet();
        read(AuditTopics.CHAIN)
                .forEach(record -> acts.add(WireJsonMapper.MAPPER
                        .readTree(record.value())
                        .at("/entry/about/id")
                        .asString("")));
        assertThat(acts)
                .contains(acknowledged.stream().map(AuditCrashTest::name).toArray(String[]::new));
        assertThat(faults()).isEmpty();
        server.close();
    }

    /** Something that the operator may do, and that does nothing. */
    private void act(int number) {
        Optional<JsonTestResponse> response = Optional.empty();
        while (response.filter(each -> each.status() == 404).isEmpty()) {
            response = http.send(
                    "POST",
                    PORTS.routing() + "/v1/dead-letters/" + name(number) + "/replay",
                    "",
                    "Authorization",
                    OperatorAuthorization.headerValue(data()));
            assertThat(response.map(JsonTestResponse::status).orElse(503)).isIn(404, 503);
            if (response.isEmpty()) {
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            }
        }
        acknowledged.add(number);
    }

    private static String name(int number) {
        return "act-" + number;
    }

    private List<String> writtenIds() {
        return read(AuditTopics.ENTRIES).stream()
                .map(record -> WireJsonMapper.MAPPER.readTree(record.value()))
                .map(entry -> entry.path("id").asString(""))
                .toList();
    }

    private List<String> chainedIds() {
        return read(AuditTopics.CHAIN).stream()
                .flatMap(record -> AuditRecord.parse(record.value()).stream())
                .flatMap(record -> record.entry().stream())
                .map((JsonNode entry) -> entry.path("id").asString(""))
                .toList();
    }

    private List<AuditFault> faults() {
        List<AuditFault> faults = new ArrayList<>();
        AuditChainVerifier verifier =
                new AuditChainVerifier(AuditHashing.of(OperatorAuthorization.secrets(data())), Map.of(), faults::add);
        read(AuditTopics.CHAIN).forEach(record -> verifier.check(AuditRecordCodec.decode(record), record.offset()));
        verifier.finish();
        return faults;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        CommittedTopicReader.readAll(OperatorAuthorization.kafkaClients(data(), PORTS), topic::equals, records::add);
        return records;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private JavaProcess startServer() {
        JavaProcess server = JavaProcess.ofClass(
                "id.pintu.standalone.PintuCli",
                directory,
                new HashMap<>(),
                "up",
                "--data",
                data().toString(),
                "--port-offset",
                String.valueOf(PORT_OFFSET));
        await().atMost(Duration.ofMinutes(2))
                .failFast("the server did not start", () -> !server.isAlive())
                .until(() -> server.output().contains("ready in"));
        return server;
    }
}
