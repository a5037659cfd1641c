package id.pintu.sla.http;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintResolved;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.InstitutionRef;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.events.TopicNames;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.calendar.DecreedCalendarFixture;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.mongo.AreaComplaintIndex;
import id.pintu.sla.query.ComplaintClockQueryService;
import id.pintu.sla.yaml.SlaPolicyYamlReader;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Fixture: processes complaint events with a real {@link EventProcessor} into a snapshot store in memory. */
final class SlaLedgerFixture implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    static final DeadlineEventFactory DEADLINES = new DeadlineEventFactory(
            () -> DecreedCalendarFixture.CALENDARS,
            SlaPolicyYamlReader.read(new ClassPathResource("sla/policies.yml")));

    private static final SubmittedReport REPORT = SubmittedReport.ofText("Jalan rusak");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final AtomicInteger scans = new AtomicInteger();
    private final MongoClient mongo = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("find")
                            && event.getCommand().getDocument("filter").isEmpty()) {
                        scans.incrementAndGet();
                    }
                }
            })
            .build());
    private final SnapshotStore<ComplaintClockState> snapshots =
            new SnapshotStore<>(mongo.getDatabase("pintu_sla"), ComplaintClockState.class);
    private final AreaComplaintIndex areas = new AreaComplaintIndex(mongo.getDatabase("pintu_sla"));
    final ComplaintClockQueryService queries = new ComplaintClockQueryService(snapshots, DEADLINES, areas);
    private final EventProcessor<ComplaintClockState> unindexed =
            EventProcessor.of("sla", new SlaClockRules(DEADLINES), snapshots, InstantSource.fixed(MONDAY));
    private EventProcessor<ComplaintClockState> processor = unindexed.withAfterSaveListener(areas::add);
    private int complaints;

    /** Number of queries since the last reset that read a whole collection. */
    int readsOfAllSnapshots() {
        return scans.get();
    }

    void resetReads() {
        scans.set(0);
    }

    /** Like {@link #add}, as an installation did that had no index. */
    void addWithoutIndex(int times, String situation, String institution) {
        processor = unindexed;
        add(times, situation, institution);
    }

    void completeIndex() {
        areas.complete(snapshots);
    }

    /**
     * Adds reports at one institution.
     *
     * @param situation routed, in follow-up, or answered
     */
    void add(int times, String situation, String institution) {
        List<ComplaintEvent> events = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ComplaintId id =
                    ComplaintId.of(ByteBuffer.allocate(8).putInt(++complaints).array());
            events.add(new ComplaintSubmitted(stamp(id, ComplaintSubmitted.class), REPORT));
            events.add(new ComplaintRouted(
                    stamp(id, ComplaintRouted.class),
                    new InstitutionRef(institution, institution, DecreedCalendarFixture.WITA),
                    Optional.empty(),
                    1,
                    new RoutingReason("district", List.of())));
            if (!situation.equals("routed")) {
                events.add(new ComplaintVerified(stamp(id, ComplaintVerified.class), institution));
            }
            if (situation.equals("answered")) {
                events.add(new ComplaintResolved(stamp(id, ComplaintResolved.class), institution, "Selesai"));
            }
        }
        process(events);
    }

    private void process(List<ComplaintEvent> events) {
        processor.apply(MessageBuilder.withPayload(
                        events.stream().map(EventJsonCodec::write).toList())
                .setHeader(KafkaHeaders.RECEIVED_TOPIC, Collections.nCopies(events.size(), TopicNames.COMPLAINTS))
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
                                        "ce_type", bytes("id.pintu." + EventJsonCodec.wireName(event)),
                                        "ce_source", bytes("/pintu/routing")))
                                .toList())
                .build());
    }

    private static EventMetadata stamp(ComplaintId id, Class<? extends ComplaintEvent> type) {
        return EventMetadata.of(id, new UUID(0, 1), type, MONDAY);
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
