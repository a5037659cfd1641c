package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintId;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.standalone.demo.LedgerReconciliation;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.OperatorAuthorization;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * System test of exactly-once processing under {@code kill -9}: each acknowledged report is in the ledger once, has one
 * responsible party and is in one feed once, although the all-in-one server is killed under load: with settings that make
 * transactions long, and with those of an installation. The feed is the same over Kafka, over HTTP and by webhook. Longer
 * runs: {@code -Dpintu.test.crash-reports=10000 -Dpintu.test.crashes=5}.
 */
class CrashRecoveryTest {

    private static final int REPORTS = Integer.getInteger("pintu.test.crash-reports", 3_000);
    private static final int CRASHES = Integer.getInteger("pintu.test.crashes", 3);
    private static final int PORT_OFFSET = 3_000;
    private static final ServicePorts PORTS = new ServicePorts(PORT_OFFSET);
    private static final String INTAKE = PORTS.intake();
    private static final List<String> WITH_WEBHOOKS = List.of("D.33.74", "D.34.02");

    /** Deliveries whose progress was not written yet. */
    private static final int MAX_REPEATS_PER_KILL = 50;

    private static final List<String> TEXTS = List.of(
            "Jalan rusak di depan pasar, Kota Semarang, nomor ",
            "Lampu jalan mati di Kabupaten Bantul, laporan ",
            "Paspor saya belum jadi, antrean imigrasi panjang, ",
            "Tagihan PLN melonjak, listrik padam terus, ",
            "Mohon perhatian untuk hal ini, ");

    /**
     * Large consumer batches, and a produce request for each record: a transaction of routing takes a tenth of a second,
     * so that a kill falls between an event and its feed record. Without transactions this test fails.
     */
    private static final String SLOW_SETTINGS = """
        {"pintu.intake.limits.source-per-minute": 0,
         "pintu.routing.webhooks.allow-private-addresses": true,
         "spring.kafka.producer.batch-size": 0,
         "spring.cloud.stream.transactional-batch.binder": {
           "producer": {"batch.size": 0, "linger.ms": 0},
           "consumer": {"fetch.min.bytes": 1000000, "fetch.max.wait.ms": 500}}}\
        """;

    /** Those of an installation, but for the limit of one sender. */
    private static final String PRODUCTION_SETTINGS = """
        {"pintu.intake.limits.source-per-minute": 0,
         "pintu.routing.webhooks.allow-private-addresses": true}\
        """;

    private final JsonTestClient httpClient = new JsonTestClient();
    private final Map<String, FeedTestClient> feeds = new TreeMap<>();
    private final Set<ComplaintId> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void eachAcknowledgedReportIsInTheLedgerAndInOneFeedOnceAfterKills() throws Exception {
        Random random = new Random(20261122);
        JavaProcess server = startServer(SLOW_SETTINGS);
        WebhookTestReceiver receiver = WebhookTestReceiver.start();
        WITH_WEBHOOKS.forEach(institution -> feed(institution).putWebhook(receiver.address(institution)));
        try (ExecutorService reporters = Executors.newFixedThreadPool(64)) {
            for (int i = 0; i < REPORTS; i++) {
                int number = i;
                reporters.execute(() -> report(number));
            }
            for (int crash = 1; crash <= CRASHES; crash++) {
                int share = REPORTS * crash / (CRASHES + 1) + random.nextInt(REPORTS / 10);
                Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> acknowledged.size() >= share);
                UncommittedLedgerReader.awaitUncommittedRouting(broker());
                server.kill();
                server = startServer(crash % 2 == 0 ? SLOW_SETTINGS : PRODUCTION_SETTINGS);
            }
        }
        assertThat(acknowledged).hasSize(REPORTS);
        awaitSettled();
        server.kill();
        server = startServer(PRODUCTION_SETTINGS, "--rebuild"); // the last state is that of the broker's data
        LedgerReconciliation reconciliation = awaitSettled();
        assertThatAllFeedsAreTheSame(receiver);
        server.close();
        receiver.close();
        assertThat(receiver.repeats()).isLessThan((CRASHES + 1) * MAX_REPEATS_PER_KILL);
        assertThat(reconciliation.summaryLine()).contains("lost=0 duplicated=0");
        assertThat(reconciliation.accepted()).isEqualTo(REPORTS);
        assertThat(reconciliation.routedOrHeld()).isEqualTo(REPORTS);
        assertThat(reconciliation.feedRecordCount()).isEqualTo(reconciliation.assignments());
    }

    private FeedTestClient feed(String institution) {
        return feeds.computeIfAbsent(
                institution,
                code -> new FeedTestClient(PORTS, code, OperatorAuthorization.headerValue(directory.resolve("data"))));
    }

    /**
     * Each feed over HTTP, part by part, has the same records in the same order as its topic. So has what webhooks received, but
     * for records that came again after a kill.
     */
    private void assertThatAllFeedsAreTheSame(WebhookTestReceiver receiver) {
        Map<String, List<String>> topics = new TreeMap<>();
        CommittedTopicReader.readAll(
                broker(),
                topic -> topic.startsWith(TopicNames.agencyFeed("")),
                record -> topics.computeIfAbsent(record.topic(), any -> new ArrayList<>())
                        .add(WireJsonMapper.MAPPER.readTree(record.value()).toString()));
        assertThat(topics.keySet())
                .containsAll(WITH_WEBHOOKS.stream().map(TopicNames::agencyFeed).toList());
        topics.forEach((topic, records) -> {
            String institution = topic.substring(TopicNames.agencyFeed("").length());
            List<JsonNode> overHttp = feed(institution).readAll(500);
            assertThat(overHttp)
                    .extracting(record -> record.path("data").toString())
                    .as(topic)
                    .isEqualTo(records);
            if (WITH_WEBHOOKS.contains(institution)) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(5))
                        .untilAsserted(() -> assertThat(receiver.received(institution))
                                .as("webhook of " + institution)
                                .hasSize(overHttp.size()));
                assertThat(receiver.received(institution)).isEqualTo(overHttp);
            }
        });
    }

    /** Sends a report with one idempotency key until it is acknowledged, as the README requires of senders. */
    private void report(int number) {
        Map<String, Object> body = Map.of("text", TEXTS.get(number % TEXTS.size()) + number);
        while (!Thread.currentThread().isInterrupted()) {
            Optional<JsonTestResponse> response =
                    httpClient.post(INTAKE + "/v1/complaints", body, "Idempotency-Key", "crash-" + number);
            if (response.filter(each -> each.status() == 201).isPresent()) {
                String trackingNumber =
                        response.get().body().path("trackingNumber").asString();
                acknowledged.add(ComplaintId.parse(trackingNumber));
                return;
            }
            assertThat(response.map(JsonTestResponse::status).orElse(503)).isGreaterThanOrEqualTo(500);
            Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        }
    }

    private JavaProcess startServer(String settings, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--data", directory.resolve("data").toString(), "--port-offset", String.valueOf(PORT_OFFSET)));
        arguments.addAll(List.of(options));
        JavaProcess server = JavaProcess.ofClass(
                "id.pintu.standalone.PintuCli",
                directory,
                Map.of("SPRING_APPLICATION_JSON", settings),
                arguments.toArray(String[]::new));
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .failFast("the server did not start", () -> !server.isAlive())
                .until(() -> server.output().contains("ready in"));
        return server;
    }

    private KafkaClients broker() {
        return OperatorAuthorization.kafkaClients(directory.resolve("data"), PORTS);
    }

    /** Waits until every complaint is assigned or held and every assignment is in a feed, as read from the broker. */
    private LedgerReconciliation awaitSettled() {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(
                        () -> LedgerReconciliation.of(broker(), acknowledged),
                        reconciliation -> reconciliation.routedOrHeld() >= REPORTS
                                && reconciliation.feedRecordCount() >= reconciliation.assignments());
    }
}
