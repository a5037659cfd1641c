package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.TopicNames;
import id.pintu.events.WireJsonMapper;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.BuiltInChannel;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.StoredInstitutionKey;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** System test of a complaint split between two institutions, through all services. */
class SplitComplaintSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(7_300);
    private static final String CITY = "D.33.74";
    private static final String PROVINCE = "P.33";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(PORTS.mail(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @SuppressWarnings("NullAway.Init")
    private static AllInOneServer server;

    private final JsonTestClient httpClient = new JsonTestClient();

    @BeforeAll
    static void open() {
        MAILBOXES.start();
        server = AllInOneServer.start(directory, PORTS, InstantSource.system(), Map.of());
    }

    @AfterAll
    static void close() {
        server.close();
        MAILBOXES.stop();
    }

    @Test
    void eachPartHasItsOwnFeedClockAndAnswerAndTheReporterIsNotifiedOfBoth() {
        JsonNode receipt = submit();
        String whole = receipt.path("trackingNumber").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tracked(whole)).contains("complaint-split"));
        String part =
                complaintAt(CITY, whole).path("family").path("parts").path(0).asString();

        assertThat(complaintsIn(CITY)).containsOnly(whole);
        assertThat(complaintsIn(PROVINCE)).containsOnly(part);
        assertThat(clocks(whole)).contains("institution-verification");
        assertThat(clocks(part)).contains("institution-verification");
        assertThat(tracked(part)).contains("Bagian dari laporan " + whole);

        actAsInstitution(PROVINCE, part, "verify", Map.of());
        actAsInstitution(PROVINCE, part, "resolve", Map.of("answer", "Petugas sudah diperiksa Inspektorat."));
        assertThat(complaintAt(PROVINCE, part).path("phase").asString()).isEqualTo("ANSWERED");
        assertThat(complaintAt(CITY, whole).path("phase").asString()).isEqualTo("AT_INSTITUTION");
        actAsInstitution(CITY, whole, "resolve", Map.of("answer", "KTP sudah diterbitkan tanpa biaya."));

        rate(part, receipt.path("reporterKey").asString());
        awaitMails(whole, List.of("Laporan diterima", "Laporan diteruskan", "Jawaban"));
        awaitMails(part, List.of("Laporan diteruskan", "Jawaban", "Laporan ditutup"));
    }

    private JsonNode submit() {
        JsonTestClient.JsonTestResponse response = httpClient
                .post(
                        url("intake") + "/v1/complaints",
                        Map.of(
                                "text",
                                "Petugas kelurahan minta uang saat saya mengurus KTP, ini pungli",
                                "wishedInstitution",
                                CITY,
                                "contact",
                                Map.of("email", "warga@example.id", "emailVerified", true)),
                        "Idempotency-Key",
                        "parts-1",
                        "Authorization",
                        "Bearer " + BuiltInChannel.COMMAND_LINE.key(new InstallationSecret(server.secret())))
                .orElseThrow();
        assertThat(response.status()).isEqualTo(201);
        return response.body();
    }

    private void actAsInstitution(String institution, String id, String what, Map<String, ?> body) {
        assertThat(httpClient.post(agency(institution, id) + "/" + what, body, "Authorization", key(institution)))
                .hasValueSatisfying(response -> assertThat(response.status()).isEqualTo(204));
    }

    private JsonNode complaintAt(String institution, String id) {
        return httpClient
                .get(agency(institution, id), "Authorization", key(institution))
                .orElseThrow()
                .body();
    }

    private void rate(String id, String reporterKey) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(httpClient.post(
                                url("intake") + "/v1/complaints/" + id + "/rate",
                                Map.of("stars", 5),
                                "Reporter-Key",
                                reporterKey))
                        .hasValueSatisfying(
                                response -> assertThat(response.status()).isEqualTo(204)));
    }

    private String tracked(String id) {
        return get(url("portal") + "/v1/complaints/" + id);
    }

    private String clocks(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(url("sla") + "/v1/complaints/" + id + "/clocks"), body -> body.contains("dueAt"));
    }

    private String get(String address) {
        return httpClient
                .get(address, "Accept", "application/json")
                .orElseThrow()
                .body()
                .toString();
    }

    private static void awaitMails(String id, List<String> subjects) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(subjectsOf(id))
                        .hasSameSizeAs(subjects)
                        .allSatisfy(subject -> assertThat(subjects).anyMatch(subject::contains)));
    }

    private static List<String> subjectsOf(String id) {
        return Stream.of(MAILBOXES.getReceivedMessages())
                .map(mail -> {
                    try {
                        return String.valueOf(mail.getSubject());
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(subject -> subject.contains("[" + id + "]"))
                .toList();
    }

    /** Tracking numbers in an institution's feed, in order; waits for the first. */
    private static List<String> complaintsIn(String institution) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> feed(institution), Predicate.not(List::isEmpty));
    }

    private static List<String> feed(String institution) {
        List<String> found = new ArrayList<>();
        CommittedTopicReader.readAll(
                server.clients(),
                TopicNames.agencyFeed(institution)::equals,
                record -> found.add(WireJsonMapper.MAPPER
                        .readTree(record.value())
                        .path("complaintId")
                        .asString()));
        return found;
    }

    private static String agency(String institution, String id) {
        return url("routing") + "/v1/agencies/" + institution + "/complaints/" + id;
    }

    private static String key(String institution) {
        return "Bearer " + StoredInstitutionKey.clearText(new InstallationSecret(server.secret()), institution, 1);
    }

    private static String url(String service) {
        return Objects.requireNonNull(server.addresses().get(service));
    }
}
