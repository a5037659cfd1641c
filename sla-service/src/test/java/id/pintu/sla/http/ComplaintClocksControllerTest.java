package id.pintu.sla.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ClarificationAsked;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.InstitutionRef;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.TopicNames;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.OfficeHours;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.mongo.AreaComplaintIndex;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
import id.pintu.support.http.ProblemExceptionHandler;
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

/** Clock endpoints over a real event processor and snapshot store, so that the state has been serialised and read. */
class ComplaintClocksControllerTest {

    private static final ComplaintId ID = ComplaintId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");
    private static final Instant MONDAY = Instant.parse("2026-06-08T01:00:00Z");

    private static final InstitutionCalendars CALENDARS = new InstitutionCalendars(
            3,
            OfficeHours.NATIONAL,
            List.of(new CalendarDecree(
                    "SKB",
                    CalendarDecree.NATION,
                    List.of(new CalendarDecree.DecreedDay(
                            LocalDate.parse("2026-06-16"),
                            "Tahun Baru Islam",
                            CalendarDecree.DecreedDayKind.LIBUR_NASIONAL)),
                    List.of(),
                    "",
                    "",
                    Instant.EPOCH)));

    private static final DeadlineEventFactory DEADLINES = new DeadlineEventFactory(
            () -> CALENDARS, SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml")));
    private static final SlaClockRules RULES = new SlaClockRules(DEADLINES);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient mongo = MongoClients.create(server.bindAndGetConnectionString());
    private final SnapshotStore<ComplaintClockState> snapshots =
            new SnapshotStore<>(mongo.getDatabase("pintu_sla"), ComplaintClockState.class);
    private final EventProcessor<ComplaintClockState> processor =
            EventProcessor.of("sla", RULES, snapshots, InstantSource.fixed(MONDAY));
    private final MockMvcTester http =
            MockMvcTester.create(MockMvcBuilders.standaloneSetup(new ComplaintClocksController(
                            new ComplaintClockQueryService(
                                    snapshots, DEADLINES, new AreaComplaintIndex(mongo.getDatabase("pintu_sla"))),
                            InstantSource.fixed(MONDAY)))
                    .setControllerAdvice(new ProblemExceptionHandler())
                    .build());

    @AfterEach
    void close() {
        mongo.close();
        server.shutdownNow();
    }

    @Test
    void showsTheClocksOfAComplaint() {
        ComplaintRouted routed = routed();
        process(routed, "/pintu/routing");
        process(verified(), "/pintu/routing");
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
        process(routed(), "/pintu/routing");
        assertThat(http.get().uri("/v1/complaints/{id}/clocks", ID))
                .bodyJson()
                .extractingPath("$[0].derivation")
                .satisfies(derivation -> assertThat(derivation.toString())
                        .contains("D.91.71", "2026-06-09", "counted")
                        .contains("Kamis, 11 Juni 2026 pukul 16.00 WIT"));
    }

    @Test
    void listsTheOfficeHoursUsedInEachStay() {
        process(routed(), "/pintu/routing");
        assertThat(http.get().uri("/v1/complaints/{id}/hops", ID)).bodyJson().isLenientlyEqualTo("""
                        [{"assignment": 1, "institution": "D.91.71", "came": "2026-06-08T01:00:00Z",
                          "firstStep": null, "pauses": [], "usedHours": 0.0}]""");
    }

    @Test
    void showsPausedAndMissedClocks() {
        process(routed(), "/pintu/routing");
        UUID set = snapshots
                .find(ID)
                .orElseThrow()
                .deadlines()
                .byClock()
                .values()
                .iterator()
                .next()
                .id();
        process(
                new DeadlineMissed(
                        EventMetadata.of(ID, set, DeadlineMissed.class, 1, MONDAY),
                        SlaClockType.INSTITUTION_VERIFICATION,
                        MONDAY,
                        1,
                        "institution-admin",
                        false),
                "/pintu/sla");
        assertStates("missed");
        process(verified(), "/pintu/routing");
        process(new ClarificationAsked(stamp(ClarificationAsked.class), "D.91.71", "Where?"), "/pintu/routing");
        assertStates("met", "paused");
    }

    @Test
    void anUnknownTrackingNumberIsNotFoundAndAMalformedOneIsRejected() {
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
                new InstitutionRef("D.91.71", "Kota Jayapura", WIT),
                Optional.empty(),
                1,
                new RoutingReason("district", List.of()));
    }

    private static ComplaintVerified verified() {
        return new ComplaintVerified(stamp(ComplaintVerified.class), "D.91.71");
    }

    private static EventMetadata stamp(Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(ID, new UUID(0, 1), type, MONDAY);
    }

    private void process(ComplaintEvent event, String source) {
        processor.apply(MessageBuilder.withPayload(List.of(EventJsonCodec.write(event)))
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, List.of(TopicNames.COMPLAINTS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, List.of(0))
                .setHeader(KafkaHeaders.OFFSET, List.of(0L))
                .setHeader(KafkaHeaders.RECEIVED_KEY, List.of(bytes(ID.value())))
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        List.of(Map.of(
                                "ce_type", bytes("id.pintu." + EventJsonCodec.wireName(event)),
                                "ce_source", bytes(source))))
                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
