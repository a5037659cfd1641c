package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ComplaintId;
import id.pintu.standalone.brokeraccess.BrokerLogin;
import id.pintu.standalone.demo.LedgerReconciliation;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * System test of one complaint through all services, each run from its jar in a separate process, with a broker process,
 * a store process and a mail server, and configured by environment variables only.
 */
class SeparateProcessesTest {

    private static final int BROKER = 14_092;
    private static final int STORE = 14_017;
    private static final int MAIL = 14_025;
    private static final String SECRET = "a secret of this test, long enough to be one";
    private static final List<String> SERVICES =
            List.of("portal", "intake", "routing", "sla", "notification", "account");
    private static final Pattern SET_UP_LINK = Pattern.compile("http://\\S+/penyiapan\\?kunci=\\w+");

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final JsonTestClient httpClient = new JsonTestClient();
    private final GreenMail mailboxes = new GreenMail(new ServerSetup(MAIL, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** All processes, by name. */
    private final Map<String, JavaProcess> processes = new LinkedHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @AfterEach
    void closeAll() throws Exception {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
    }

    @Test
    void aComplaintPassesThroughEveryServiceInSeparateProcesses() throws IOException {
        startAllServices();

        refusesUnknownFields();
        JsonNode receipt = submit();
        String id = receipt.path("trackingNumber").asString();
        awaitTracked(id, "complaint-routed");
        awaitTracked(id, "institution-verification");

        String key = StoredInstitutionKey.clearText(new InstallationSecret(SECRET), "D.33.74", 1);
        String agency = url("routing") + "/v1/agencies/D.33.74/complaints/" + id;
        assertThat(post(agency + "/verify", Map.of())).isEqualTo(401);
        assertThat(post(agency + "/verify", Map.of(), "Authorization", "Bearer " + key))
                .isEqualTo(204);
        assertThat(post(agency + "/resolve", Map.of("answer", "Sudah ditambal."), "Authorization", "Bearer " + key))
                .isEqualTo(204);
        awaitTracked(id, "complaint-resolved");
        JsonNode clocks = get(url("sla") + "/v1/complaints/" + id + "/clocks");
        assertThat(clocks.toString()).contains("institution-verification", "reporter-silence");

        String rate = url("intake") + "/v1/complaints/" + id + "/rate";
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(post(
                                rate,
                                Map.of("stars", 5),
                                "Reporter-Key",
                                receipt.path("reporterKey").asString()))
                        .isEqualTo(204));
        awaitTracked(id, "complaint-closed");
        // submitted, routed, resolved, closed
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> mailboxes.getReceivedMessages().length >= 4);
        LedgerReconciliation reconciliation = LedgerReconciliation.of(
                BrokerLogin.operator(new InstallationSecret(SECRET)).clients("127.0.0.1:" + BROKER),
                List.of(ComplaintId.parse(id)));
        assertThat(reconciliation.summaryLine())
                .startsWith("accepted=1 routed=1 desk=0 fed=1 resolved=1 escalated=0")
                .endsWith("lost=0 duplicated=0");

        theDeskAssignsOnItsPage();
        nothingSecretIsInLogsOrCommandLines(key, receipt.path("reporterKey").asString());
    }

    private void nothingSecretIsInLogsOrCommandLines(String institutionKey, String reporterKey) {
        InstallationSecret secret = new InstallationSecret(SECRET);
        List<String> secrets = new ArrayList<>(List.of(
                SECRET,
                institutionKey,
                reporterKey,
                BuiltInChannel.COMMAND_LINE.key(secret),
                secret.operatorToken(),
                "pelapor@example.id"));
        SERVICES.forEach(
                service -> secrets.add(BrokerLogin.service(service, secret).password()));
        processes.forEach((name, process) -> {
            String output = process.output();
            assertThat(output).as("log of " + name).isNotEmpty();
            assertThat(secrets)
                    .as("in the log or command line of " + name)
                    .noneMatch(each ->
                            output.contains(each) || process.commandLine().contains(each));
        });
    }

    /** A misspelt contact field would leave the reporter without notices. SMS gateways may send additional fields. */
    private void refusesUnknownFields() {
        JsonNode refused = httpClient
                .post(
                        url("intake") + "/v1/complaints",
                        Map.of("text", "Jalan rusak", "contac", Map.of("email", "pelapor@example.id")))
                .orElseThrow()
                .body();
        assertThat(refused.path("status").asInt()).isEqualTo(400);
        assertThat(refused.path("errors").path(0).path("field").asString()).isEqualTo("contac");
        assertThat(refused.path("detail").asString()).contains("is not known", "contact");
        JsonNode emptySms = httpClient
                .post(
                        url("intake") + "/v1/sms",
                        Map.of("from", "+628120000001", "to", "1708", "text", "", "operator", "TSEL"),
                        "Authorization",
                        "Bearer " + BuiltInChannel.COMMAND_LINE.key(new InstallationSecret(SECRET)))
                .orElseThrow()
                .body();
        assertThat(emptySms.path("errors").findValuesAsString("field")).containsExactly("text");
    }

    /** A complaint held for the desk is assigned on the portal's desk page. */
    private void theDeskAssignsOnItsPage() {
        String vague = httpClient
                .post(url("intake") + "/v1/complaints", Map.of("text", "halo, tolong dibantu"))
                .orElseThrow()
                .body()
                .path("trackingNumber")
                .asString();
        DeskPageTestClient officer = new DeskPageTestClient(url("portal"), url("account"));
        assertThat(officer.openDeskPage()).contains("id=\"masuk\"").doesNotContain(vague);
        Matcher link = SET_UP_LINK.matcher(
                Objects.requireNonNull(processes.get("account")).output());
        assertThat(link.find()).isTrue();
        assertThat(officer.signInAsFirstAdministrator(link.group())).contains("menunggu");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(officer.openDeskPage()).contains(vague, "halo, tolong dibantu"));

        assertThat(officer.submitForm("/meja/teruskan", Map.of("number", vague, "institution", "D.33.74")))
                .contains("Diteruskan ke Pemerintah Kota Semarang.");
        awaitTracked(vague, "D.33.74");
    }

    private JsonNode submit() {
        JsonTestResponse response = httpClient
                .post(
                        url("intake") + "/v1/complaints",
                        Map.of(
                                "text", "Jalan rusak dan berlubang di depan pasar",
                                "place", Map.of("description", "Kota Semarang"),
                                "contact", Map.of("email", "pelapor@example.id", "emailVerified", true)),
                        "Idempotency-Key",
                        "separate-1",
                        "Authorization",
                        "Bearer " + BuiltInChannel.COMMAND_LINE.key(new InstallationSecret(SECRET)))
                .orElseThrow();
        assertThat(response.status()).isEqualTo(201);
        return response.body();
    }

    private void awaitTracked(String id, String step) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                get(url("portal") + "/v1/complaints/" + id).toString())
                        .contains(step));
    }

    private JsonNode get(String address) {
        return httpClient
                .get(address, "Accept", "application/json")
                .orElseThrow()
                .body();
    }

    private int post(String address, Map<String, ?> body, String... headers) {
        return httpClient.post(address, body, headers).orElseThrow().status();
    }

    private void startAllServices() throws IOException {
        mailboxes.start();
        resources.push(mailboxes::stop);
        JavaProcess broker = closeAfterTest(
                "broker",
                JavaProcess.ofClass(
                        "id.pintu.standalone.server.EmbeddedBroker",
                        directory,
                        Map.of("PINTU_SECRET", SECRET),
                        directory.resolve("broker").toString(),
                        String.valueOf(BROKER)));
        JavaProcess store = closeAfterTest(
                "store",
                JavaProcess.ofClass(
                        "id.pintu.standalone.server.EmbeddedMongoServer", directory, Map.of(), String.valueOf(STORE)));
        awaitOutput(broker, "ready");
        awaitOutput(store, "ready");
        for (String service : SERVICES) {
            closeAfterTest(service, JavaProcess.ofJar(jar(service), directory, environment(service)));
        }
        SERVICES.forEach(service -> Awaitility.await()
                .conditionEvaluationListener(condition -> {
                    if (!condition.isSatisfied() && condition.getRemainingTimeInMS() < 1_000) {
                        System.err.println(service + " is not healthy:\n"
                                + Objects.requireNonNull(processes.get(service)).output());
                    }
                })
                .atMost(Duration.ofMinutes(2))
                .until(() -> httpClient
                        .get(url(service) + "/actuator/health")
                        .filter(response -> response.status() == 200)
                        .isPresent()));
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        BrokerLogin.service(service, new InstallationSecret(SECRET))
                .springProperties()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("PINTU_ACCOUNT_ISSUER", url("account"));
        environment.put("PINTU_ACCOUNT_PORTALS", url("portal"));
        environment.putAll(Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + BROKER,
                "SPRING_MONGODB_URI",
                "mongodb://127.0.0.1:" + STORE,
                "PINTU_SECRET",
                SECRET,
                "PINTU_INSTANCE",
                "separate",
                "PINTU_INTAKE_URL",
                url("intake"),
                "PINTU_ROUTING_URL",
                url("routing"),
                "PINTU_SLA_URL",
                url("sla"),
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                String.valueOf(MAIL),
                "SERVER_PORT",
                String.valueOf(port(service))));
        return environment;
    }

    private static int port(String service) {
        return 14_080 + SERVICES.indexOf(service);
    }

    private static String url(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    /** The executable jar that Maven has packaged. */
    private static Path jar(String service) throws IOException {
        Path target = Path.of("..", service + "-service", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + target + ": run mvn verify"));
        }
    }

    private JavaProcess closeAfterTest(String name, JavaProcess process) {
        processes.put(name, process);
        resources.push(process);
        return process;
    }

    private static void awaitOutput(JavaProcess process, String text) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .failFast("the process ended", () -> !process.isAlive())
                .until(() -> process.output().contains(text));
    }
}
