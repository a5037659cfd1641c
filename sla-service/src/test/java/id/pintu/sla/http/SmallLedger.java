package id.pintu.sla.http;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.EventJson;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.Institution;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import id.pintu.events.Topics;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.sla.ClockDecider;
import id.pintu.sla.calendar.Calendars;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.yaml.PolicyFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Lives as a real clerk hears them and a real casebook keeps them. */
final class SmallLedger implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    static final Deadlines DEADLINES =
            new Deadlines(() -> Calendars.ALMANAC, PolicyFile.read(new ClassPathResource("sla/policies.yml")));

    private static final Report REPORT = new Report(
            Door.WEB,
            ComplaintKind.COMPLAINT,
            "",
            "Jalan rusak",
            Report.Place.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Report.Privacy.OPEN);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient mongo = MongoClients.create(server.bindAndGetConnectionString());
    final Casebook<ComplaintClocks> casebook = new Casebook<>(mongo.getDatabase("pintu_sla"), ComplaintClocks.class);
    private final Clerk<ComplaintClocks> clerk =
            Clerk.of("sla", new ClockDecider(new ClockKeeper(DEADLINES)), casebook, InstantSource.fixed(MONDAY));
    private int complaints;

    /**
     * So many reports at one institution.
     *
     * @param life routed, in follow-up, or answered
     */
    void has(int times, String life, String institution) {
        List<ComplaintEvent> events = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ComplaintId id =
                    ComplaintId.of(ByteBuffer.allocate(8).putInt(++complaints).array());
            events.add(new ComplaintSubmitted(stamp(id, ComplaintSubmitted.class), REPORT));
            events.add(new ComplaintRouted(
                    stamp(id, ComplaintRouted.class),
                    new Institution(institution, institution, Calendars.WITA),
                    Optional.empty(),
                    1,
                    new Reason("district", List.of())));
            if (!life.equals("routed")) {
                events.add(new ComplaintVerified(stamp(id, ComplaintVerified.class), institution));
            }
            if (life.equals("answered")) {
                events.add(new ComplaintResolved(stamp(id, ComplaintResolved.class), institution, "Selesai"));
            }
        }
        hears(events);
    }

    private void hears(List<ComplaintEvent> events) {
        clerk.apply(MessageBuilder.withPayload(
                        events.stream().map(EventJson::write).toList())
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, Collections.nCopies(events.size(), Topics.COMPLAINTS))
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, Collections.nCopies(events.size(), 0))
                .setHeader(
                        KafkaHeaders.OFFSET,
                        IntStream.range(0, events.size())
                                .mapToObj(offset -> (long) offset)
                                .toList())
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        events.stream()
                                .map(event -> bytes(event.complaintId().value()))
                                .toList())
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        events.stream()
                                .map(event -> Map.of(
                                        "ce_type", bytes("id.pintu." + EventJson.wireName(event)),
                                        "ce_source", bytes("/pintu/routing")))
                                .toList())
                .build());
    }

    private static Stamp stamp(ComplaintId id, Class<? extends ComplaintEvent> type) {
        return Stamp.of(id, new UUID(0, 1), type, MONDAY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        mongo.close();
        server.shutdownNow();
    }
}
