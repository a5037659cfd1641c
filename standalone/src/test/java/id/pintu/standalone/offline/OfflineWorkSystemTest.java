package id.pintu.standalone.offline;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.TopicNames;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.systemtest.JsonTestClient;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * System test of offline work: reports answered without a network, and pushed twice. There are 100 in the routine run, which has
 * little time; {@code -Dpintu.test.offline-reports=1000} sets another number.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfflineWorkSystemTest {

    private static final int REPORTS = Integer.getInteger("pintu.test.offline-reports", 100);
    private static final ServicePorts PORTS = new ServicePorts(16_100);
    private static final String CITY = "D.33.74";
    private static final JsonTestClient HTTP = new JsonTestClient();

    @TempDir
    private static Path directory;

    private static AllInOneServer server;
    private static Path keyFile;
    private static Path folder;

    /** Exit code and output of a command. */
    private record Run(int exit, String out, String err) {}

    @BeforeAll
    static void open() throws IOException {
        server = AllInOneServer.start(
                directory.resolve("data"),
                PORTS,
                InstantSource.system(),
                Map.of("pintu.intake.limits.source-per-minute", "0"));
        keyFile = directory.resolve("key");
        folder = directory.resolve("agency");
        Files.writeString(keyFile, newKey());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String newKey() {
        return HTTP.send(
                        "POST",
                        PORTS.routing() + "/v1/keys/" + CITY,
                        "{\"renew\": true}",
                        "Authorization",
                        "Bearer " + new InstallationSecret(server.secret()).operatorToken())
                .orElseThrow()
                .body()
                .path("key")
                .asString();
    }

    @Test
    @Order(1)
    void reportsAreAnsweredOfflineAndPushedTwiceInAnyOrder() throws Exception {
        IntStream.range(0, REPORTS).parallel().forEach(OfflineWorkSystemTest::report);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    run(folder, "pull", "--institution", CITY, "--server", PORTS.routing());
                    return new OfflineFolder(folder).complaints().size() == REPORTS;
                });
        assertThat(run(folder, "pull").out()).contains("0 new records");
        List<String> numbers =
                List.copyOf(new OfflineFolder(folder).complaints().keySet());
        assertThat(run(folder, "list").out().lines()).hasSize(REPORTS);
        assertThat(run(folder, "answer", numbers.getFirst(), "Sudah ditambal.").exit())
                .isZero();
        OfflineFolder work = new OfflineFolder(folder);
        for (int i = 1; i < REPORTS; i++) {
            work.note(new OfflineAction(
                    UUID.randomUUID(), numbers.get(i), "verify", Map.of(), Instant.now(), Optional.empty()));
            work.note(new OfflineAction(
                    UUID.randomUUID(),
                    numbers.get(i),
                    "resolve",
                    Map.of("answer", "Lubang nomor " + i + " sudah ditambal."),
                    Instant.now(),
                    Optional.empty()));
        }
        Path copy = directory.resolve("copy");
        copyShuffled(folder, copy);

        Run pushed = run(folder, "push");
        Run again = run(folder, "push");
        Run shuffled = run(copy, "push");

        assertThat(pushed.out()).contains(2 * REPORTS - 1 + " carried out, 0 refused");
        assertThat(again.out()).contains("0 carried out, 0 refused");
        assertThat(shuffled.out()).contains(2 * REPORTS - 1 + " carried out, 0 refused");
        Map<String, Integer> resolved = count(ComplaintResolved.class);
        assertThat(resolved).hasSize(REPORTS);
        assertThat(resolved.values()).containsOnly(1);
        assertThat(count(ComplaintVerified.class).values()).hasSize(REPORTS - 1).containsOnly(1);
    }

    @Test
    @Order(2)
    void anActThatCameTooLateIsToldAndKept() {
        String number = report(REPORTS);
        Awaitility.await().until(() -> {
            run(folder, "pull");
            return new OfflineFolder(folder).complaints().containsKey(number);
        });
        assertThat(run(folder, "answer", number, "Jawaban luring.").exit()).isZero();
        Path colleague = directory.resolve("colleague");
        assertThat(run(colleague, "pull", "--institution", CITY, "--server", PORTS.routing())
                        .exit())
                .isZero();
        assertThat(run(colleague, "answer", number, "Jawaban rekan.").exit()).isZero();
        assertThat(run(colleague, "push").exit()).isZero();

        Run late = run(folder, "push");

        assertThat(late.exit()).isEqualTo(1);
        assertThat(late.out()).contains(number, "refused", "0 carried out, 1 refused");
        assertThat(run(folder, "show", number).out()).contains("refused:");
        assertThat(run(folder, "push").out()).contains("0 carried out, 0 refused");
    }

    @Test
    @Order(3)
    void aBundleFromAFileIsCheckedBeforeItIsUsed() throws IOException {
        Path file = directory.resolve("bundle");
        Path fresh = directory.resolve("fresh");
        byte[] bundle = bundle();
        Files.write(file, bundle);
        assertThat(run(fresh, "pull", "--bundle", file.toString()).exit()).isZero();
        assertThat(run(fresh, "list", "--all").out()).contains("Pandanaran");

        bundle[bundle.length / 2] ^= 1;
        Files.write(file, bundle);
        assertThat(run(directory.resolve("other"), "pull", "--bundle", file.toString()))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).containsAnyOf("no bundle", "was changed"));
        assertThat(directory.resolve("other")).doesNotExist();
        assertThat(run(directory.resolve("nothing"), "list").err()).contains("Nothing was pulled");
        assertThat(run(fresh, "show", "XXXX").err()).contains("no complaint XXXX");
        assertThat(run(fresh, "answer", "XXXX", "ya").err()).contains("no complaint XXXX");
    }

    private static byte[] bundle() {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(PORTS.routing() + "/v1/agencies/" + CITY + "/bundle?limit=50"))
                                    .header("Authorization", "Bearer " + Files.readString(keyFile))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void copyShuffled(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("state.json", "records.jsonl")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(from.resolve("actions.jsonl")));
        Collections.shuffle(lines, new Random(7));
        Files.write(to.resolve("actions.jsonl"), lines);
    }

    private static Map<String, Integer> count(Class<? extends ComplaintEvent> type) {
        Map<String, Integer> counts = new HashMap<>();
        CommittedTopicReader.readAll(server.clients(), TopicNames.COMPLAINTS::equals, record -> {
            ComplaintEvent event = EventJsonCodec.read(record.value());
            if (type.isInstance(event)) {
                counts.merge(event.complaintId().value(), 1, Integer::sum);
            }
        });
        return counts;
    }

    private static String report(int number) {
        JsonTestResponse response = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> HTTP.send(
                                        "POST",
                                        PORTS.intake() + "/v1/complaints",
                                        "{\"text\": \"Jalan berlubang di Jl. Pandanaran, lubang nomor " + number
                                                + "\", \"place\": {\"regionCode\": \"33.74\"}}",
                                        "Idempotency-Key",
                                        "offline-" + number)
                                .orElseThrow(),
                        answer -> answer.status() / 100 == 2);
        return response.body().path("trackingNumber").asString();
    }

    private static Run run(Path at, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("--folder", at.toString(), "--key-file", keyFile.toString()));
        all.addAll(List.of(arguments));
        CommandLine command = new CommandLine(new AgencyCliCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(e.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
        int exit = command.execute(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
