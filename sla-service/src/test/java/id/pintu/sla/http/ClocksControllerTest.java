package id.pintu.sla.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.Institution;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.Stamp;
import id.pintu.events.Topics;
import id.pintu.house.http.Problems;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.sla.ClockDecider;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Decree;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.yaml.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** With a real clerk and a real casebook, so that what is shown has been written down and read again. */
class ClocksControllerTest {

    private static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");
    private static final Instant MONDAY = Instant.parse("2026-06-08T01:00:00Z");

    private static final Almanac ALMANAC = new Almanac(
            3,
            OfficeHours.NATIONAL,
            List.of(new Decree(
                    "SKB",
                    Decree.NATION,
                    List.of(new Decree.Day(
                            LocalDate.parse("2026-06-16"), "Tahun Baru Islam", Decree.Kind.LIBUR_NASIONAL)),
                    List.of(),
                    "",
                    "",
                    Instant.EPOCH)));

    private static final Deadlines DEADLINES =
            new Deadlines(() -> ALMANAC, PolicyFile.read(new ClassPathResource("sla/policies.yml")));
    private static final ClockKeeper KEEPER = new ClockKeeper(DEADLINES);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient mongo = MongoClients.create(server.bindAndGetConnectionString());
    private final Casebook<ComplaintClocks> casebook =
            new Casebook<>(mongo.getDatabase("pintu_sla"), ComplaintClocks.class);
    private final Clerk<ComplaintClocks> clerk =
            Clerk.of("sla", new ClockDecider(KEEPER), casebook, InstantSource.fixed(MONDAY));
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new ClocksController(casebook, DEADLINES, InstantSource.fixed(MONDAY)))
                    .setControllerAdvice(new Problems())
                    .build());

    @AfterEach
    void close() {
        mongo.close();
        server.shutdownNow();
    }

    @Test
    void showsTheClocksOfAComplaint() {
        ComplaintRouted routed = routed();
        hear(routed, "/pintu/routing");
        hear(verified(), "/pintu/routing");
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", ID))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        [{
                          "clock": "institution-verification",
                          "policy": "institution-verification-3-working-days",
                          "state": "met",
                          "setAt": "2026-06-08T01:00:00Z",
                          "remindAt": "2026-06-10T07:00:00Z",
                          "dueAt": "2026-06-11T07:00:00Z",
                          "zone": "Asia/Jayapura"
                        }, {
                          "clock": "follow-up",
                          "policy": "follow-up-complaint-14-working-days",
                          "state": "running",
                          "setAt": "2026-06-08T01:00:00Z",
                          "remindAt": "2026-06-18T07:00:00Z",
                          "dueAt": "2026-06-29T07:00:00Z",
                          "zone": "Asia/Jayapura"
                        }]""");
    }

    @Test
    void explainsEachDeadlineDayByDay() {
        hear(routed(), "/pintu/routing");
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", ID))
                .bodyJson()
                .extractingPath("$[0].derivation")
                .satisfies(derivation -> assertThat(derivation.toString())
                        .contains("D.91.71", "2026-06-09", "counted")
                        .contains("Kamis, 11 Juni 2026 pukul 16.00 WIT"));
    }

    @Test
    void tellsWhoUsedHowManyHours() {
        hear(routed(), "/pintu/routing");
        assertThat(http.get().uri("/v1/complaints/{id}/hops", ID)).bodyJson().isLenientlyEqualTo("""
                        [{"assignment": 1, "institution": "D.91.71", "came": "2026-06-08T01:00:00Z",
                          "firstStep": null, "pauses": [], "usedHours": 0.0}]""");
    }

    @Test
    void showsWhatRestsAndWhatIsMissed() {
        hear(routed(), "/pintu/routing");
        UUID set = casebook.find(ID)
                .orElseThrow()
                .deadlines()
                .values()
                .iterator()
                .next()
                .id();
        hear(
                new DeadlineMissed(
                        Stamp.of(ID, set, DeadlineMissed.class, 1, MONDAY),
                        Clock.INSTITUTION_VERIFICATION,
                        MONDAY,
                        1,
                        "institution-admin"),
                "/pintu/sla");
        assertStates("missed");
        hear(verified(), "/pintu/routing");
        hear(new ClarificationAsked(stamp(ClarificationAsked.class), "D.91.71", "Where?"), "/pintu/routing");
        assertStates("met", "paused");
    }

    @Test
    void anUnknownNumberIsNotFoundAndAMalformedOneIsRefused() {
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", ID))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:pintu:problem:unknown-complaint");
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", "K7QX"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("id");
    }

    private void assertStates(String... states) {
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", ID))
                .bodyJson()
                .extractingPath("$[*].state")
                .asArray()
                .containsExactly((Object[]) states);
    }

    private static ComplaintRouted routed() {
        return new ComplaintRouted(
                stamp(ComplaintRouted.class),
                new Institution("D.91.71", "Kota Jayapura", WIT),
                Optional.empty(),
                1,
                new Reason("district", List.of()));
    }

    private static ComplaintVerified verified() {
        return new ComplaintVerified(stamp(ComplaintVerified.class), "D.91.71");
    }

    private static Stamp stamp(Class<? extends ComplaintEvent> type) {
        return Stamp.of(ID, new UUID(0, 1), type, MONDAY);
    }

    private void hear(ComplaintEvent event, String source) {
        clerk.apply(MessageBuilder.withPayload(List.of(EventJson.write(event)))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, List.of(Topics.COMPLAINTS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, List.of(0))
                .setHeader(KafkaHeaders.OFFSET, List.of(0L))
                .setHeader(KafkaHeaders.RECEIVED_KEY, List.of(bytes(ID.value())))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        List.of(Map.of(
                                "ce_type", bytes("id.pintu." + EventJson.wireName(event)),
                                "ce_source", bytes(source))))
                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
