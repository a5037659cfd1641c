package id.pintu.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.TopicNames;
import id.pintu.standalone.server.AllInOneServer;
import id.pintu.standalone.server.CommittedTopicReader;
import id.pintu.standalone.server.ServicePorts;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstitutionKeyIndex;
import id.pintu.support.keys.StoredInstitutionKey;
import id.pintu.systemtest.JsonTestClient.JsonTestResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** System test of hostile senders: forged channels, taken-up numbers, loops of SMS, planted keys, and too many requests. */
class ForgedChannelSystemTest {

    private static final ServicePorts PORTS = new ServicePorts(9_300);
    private static final String PHONE = "+628110000001";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(PORTS.mail(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK = Pattern.compile("(http://\\S+/konfirmasi)\\?(nomor=\\S+)");

    @SuppressWarnings("NullAway.Init")
    private static AllInOneServer server;

    private final JsonTestClient http = new JsonTestClient();

    @BeforeAll
    static void open() {
        MAILBOXES.start();
        server = AllInOneServer.start(
                directory, PORTS, InstantSource.system(), Map.of("pintu.intake.limits.contact-per-hour", "6"));
    }

    @AfterAll
    static void close() {
        server.close();
        MAILBOXES.stop();
    }

    @Test
    void nobodySubmitsAsAGatewayOrTakesUpItsNumbersWithoutItsKey() {
        String key = issueKey("gateway");
        for (String channel : List.of("sms", "whatsapp", "import", "partner")) {
            JsonTestResponse forged = report("X-Pintu-Door", channel, "Idempotency-Key", "id/guessed-1");
            assertThat(forged.status()).as(channel).isEqualTo(401);
            assertThat(forged.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .contains("problem+json");
        }
        assertThat(report("X-Pintu-Door", "whatsapp", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(403);
        assertThat(sms("guessed-1", PHONE, "1708", "no-key").status()).isEqualTo(401);
        assertThat(sms("guessed-1", PHONE, "1708", deskKey()).status()).isEqualTo(403);
        String anonymous = number(report("Idempotency-Key", "id/guessed-1"));

        String real = number(sms("guessed-1", PHONE, "1708", key));
        assertThat(real).isNotEqualTo(anonymous);
        assertThat(number(sms("guessed-1", PHONE, "1708", key))).isEqualTo(real);
        assertThat(number(sms("guessed-1", PHONE, "1708", issueKey("another")))).isNotEqualTo(real);

        assertThat(http.send("DELETE", intake("/v1/channel-keys/gateway"), "", "Authorization", operator())
                        .orElseThrow()
                        .status())
                .isEqualTo(204);
        assertThat(sms("guessed-2", PHONE, "1708", key).status()).isEqualTo(401);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> channelInLedger(real), "SMS"::equals);
    }

    @Test
    void noSmsIsAnsweredToOurselvesOrToAShortCode() {
        String key = issueKey("loop");
        JsonTestResponse fromUs = sms("loop-1", "1708", "1708", key);
        assertThat(fromUs.status()).isEqualTo(400);
        assertThat(fromUs.body().path("errors").path(0).path("field").asString())
                .isEqualTo("from");
        JsonTestResponse toOthers = sms("loop-2", PHONE, "9999", key);
        assertThat(toOthers.body().path("errors").path(0).path("field").asString())
                .isEqualTo("to");

        String shortCode = number(sms("loop-3", "3636", "1708", key));
        String name = number(sms("loop-4", "TELKOMSEL", "1708", key));
        String person = number(sms("loop-5", "0811-0000-002", "1708", key));
        // The person's notice comes after those that the other two would have had.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outbox().contains(person));
        assertThat(outbox()).contains("+628110000002").doesNotContain(shortCode, name, "\"to\":\"1708\"");
    }

    @Test
    void aPlantedKeyOpensNothing() throws Exception {
        String planted = "planted-by-someone-who-can-write-to-the-topic";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(planted.getBytes(StandardCharsets.UTF_8)));
        String before = deskKey();
        try (KafkaProducer<byte[], byte[]> producer = server.clients().producer(Map.of())) {
            producer.send(new ProducerRecord<>(
                            InstitutionKeyIndex.TOPIC,
                            StoredInstitutionKey.DESK.getBytes(StandardCharsets.UTF_8),
                            ("{\"hash\":\"" + hash + "\",\"generation\":9,\"shown\":true}")
                                    .getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refusedKeys() > 0);

        String desk = server.addresses().get("routing") + "/v1/desk/complaints?queue=desk";
        assertThat(http.get(desk, "Authorization", "Bearer " + planted)
                        .orElseThrow()
                        .status())
                .isEqualTo(401);
        assertThat(http.get(desk, "Authorization", "Bearer " + before)
                        .orElseThrow()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsMailedAtAnyRate() {
        Map<String, Object> body = Map.of("text", "Jalan rusak", "contact", Map.of("email", "victim@example.org"));
        for (int i = 0; i < 6; i++) {
            assertThat(http.post(intake("/v1/complaints"), body).orElseThrow().status())
                    .isEqualTo(201);
        }
        JsonTestResponse oneMore = http.post(intake("/v1/complaints"), body).orElseThrow();
        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
        assertThat(oneMore.text()).doesNotContain("victim");
    }

    @Test
    void anAddressGetsTheReceiptOnlyUntilItsOwnerPressesTheButton() {
        Map<String, Object> body = Map.of(
                "text",
                "Jalan rusak dan berlubang di depan pasar",
                "place",
                Map.of("description", "Kota Semarang"),
                "contact",
                Map.of("email", "warga@example.id"));
        String number = number(http.post(intake("/v1/complaints"), body).orElseThrow());
        String page = server.addresses().get("portal") + "/v1/complaints/" + number;
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> http.get(page).orElseThrow().text().contains("complaint-routed"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !mailsTo("warga@example.id").isEmpty());
        assertThat(mailsTo("warga@example.id")).hasSize(1);

        Matcher link = LINK.matcher(
                mailsTo("warga@example.id").getFirst().replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        assertThat(http.get(link.group()).orElseThrow().status()).isEqualTo(200);
        String form = "application/x-www-form-urlencoded";
        assertThat(http.send("POST", link.group(1), link.group(2), "Content-Type", form)
                        .orElseThrow()
                        .status())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mailsTo("warga@example.id").size() > 1);
    }

    private static List<String> mailsTo(String address) {
        return Arrays.stream(MAILBOXES.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(mail -> mail.contains("To: " + address))
                .toList();
    }

    private JsonTestResponse report(String... headers) {
        return http.post(intake("/v1/complaints"), Map.of("text", "Jalan rusak"), headers)
                .orElseThrow();
    }

    private JsonTestResponse sms(String id, String from, String to, String key) {
        Map<String, String> body = Map.of("id", id, "from", from, "to", to, "text", "Lampu jalan mati di Semarang");
        return http.post(intake("/v1/sms"), body, "Authorization", "Bearer " + key)
                .orElseThrow();
    }

    private String issueKey(String name) {
        return http.post(
                        intake("/v1/channel-keys/" + name),
                        Map.of("channels", List.of("sms")),
                        "Authorization",
                        operator())
                .orElseThrow()
                .body()
                .path("key")
                .asString();
    }

    private static String number(JsonTestResponse accepted) {
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        return accepted.body().path("trackingNumber").asString();
    }

    private String outbox() {
        return http.get(
                        server.addresses().get("notification") + "/v1/desk/outbox?limit=100",
                        "Authorization",
                        "Bearer " + deskKey())
                .orElseThrow()
                .text();
    }

    private double refusedKeys() {
        return http.get(
                        server.addresses().get("routing") + "/actuator/metrics/pintu.keys.refused",
                        "Authorization",
                        operator())
                .orElseThrow()
                .body()
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble();
    }

    private static String channelInLedger(String number) {
        List<String> channels = new ArrayList<>();
        CommittedTopicReader.readAll(server.clients(), TopicNames.COMPLAINTS::equals, record -> {
            if (EventJsonCodec.read(record.value()) instanceof ComplaintSubmitted submitted
                    && submitted.complaintId().value().equals(number)) {
                channels.add(submitted.report().door().name());
            }
        });
        return String.join(",", channels);
    }

    private static String intake(String path) {
        return server.addresses().get("intake") + path;
    }

    private static String operator() {
        return "Bearer " + new InstallationSecret(server.secret()).operatorToken();
    }

    private static String deskKey() {
        return StoredInstitutionKey.clearText(new InstallationSecret(server.secret()), StoredInstitutionKey.DESK, 1);
    }
}
