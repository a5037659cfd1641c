package id.pintu.routing.http;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.DuplicateType;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.DeadLetterKind;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.deadletters.DeadLetter;
import id.pintu.processing.deadletters.RecordPosition;
import id.pintu.routing.actions.AgencyActionValidator;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.handling.ConversationMessage;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.handling.HandlingDecider;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.RulingPrecedentIndex;
import id.pintu.routing.mongo.ConversationRepository;
import id.pintu.routing.mongo.DeskQueueStore;
import id.pintu.routing.mongo.FailedComplaintQueue;
import id.pintu.routing.mongo.IncidentIndex;
import id.pintu.routing.pending.PendingActIndex;
import id.pintu.routing.pending.PendingActService;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.training.UnitDispositionRepository;
import id.pintu.routing.training.UnitModelProvider;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemExceptionHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Fixture of routing-service from its controllers to MongoDB, with an in-memory broker that delivers immediately. */
final class RoutingServiceFixture {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final BundledTablesLoader TABLES = new BundledTablesLoader();
    static final InstitutionRegistry REGISTRY = TABLES.registry();
    private static final ComplaintRouter ROUTER =
            new ComplaintRouter(TABLES.knowledge(REGISTRY), LearnedRoutingModel.untrained());
    private static final HandlingDecider RULES =
            new HandlingDecider(() -> ROUTER, new RulingPrecedentIndex(() -> REGISTRY), () -> REGISTRY);

    final ImmediateBroker broker = new ImmediateBroker();
    final SnapshotStore<HandlingState> snapshots;
    final MockMvc mockMvc;
    final PendingActService acts;
    final AgencyCommandExecutor executor;

    /** Time now; tests may set it. */
    Instant now = NOW;

    final Map<ComplaintId, List<DeadLetter>> deadLetters = new HashMap<>();
    private final CommandGateway<HandlingCommand> gateway;

    RoutingServiceFixture(EmbeddedMongo store) {
        store.database().drop();
        InstantSource clock = () -> now;
        CommandCodec<HandlingCommand> json = new CommandCodec<>(HandlingCommand.class);
        snapshots = new SnapshotStore<>(store.database(), HandlingState.class);
        DeskQueueStore queueStore = new DeskQueueStore(store.database(), () -> REGISTRY);
        ConversationRepository conversations = new ConversationRepository(store.database());
        IncidentIndex incidents = new IncidentIndex(store.database(), snapshots);
        UnitDispositionRepository dispositions = new UnitDispositionRepository(store.database());
        broker.deliverTo(EventProcessor.of("routing", RULES, snapshots, clock)
                .withCommands(json, RULES)
                .withDocuments(conversations.messages(), ConversationMessage::documents)
                .withAfterSaveListener(changed -> {
                    queueStore.updateFrom(changed);
                    incidents.updateFrom(changed);
                    dispositions.updateFrom(changed);
                }));
        gateway = new CommandGateway<>(broker.commandSender("routing"), json, snapshots, clock);
        FailedComplaintQueue failed = new FailedComplaintQueue(
                () -> deadLetters,
                (letter, by, reason) -> deadLetters.remove(letter.complaint().orElseThrow()),
                snapshots);
        PendingActIndex pending = new PendingActIndex();
        acts = new PendingActService(pending, broker.commandSender("routing"), clock);
        PendingActGateway pendingActs = new PendingActGateway(pending, acts, gateway, snapshots, RULES, json, clock);
        executor = new AgencyCommandExecutor(gateway, snapshots, pendingActs);
        AgencyActionValidator actions = new AgencyActionValidator(() -> ROUTER, () -> REGISTRY);
        mockMvc = MockMvcBuilders.standaloneSetup(
                        new AgencyComplaintController(
                                executor,
                                snapshots,
                                new AgencyComplaintViewFactory(conversations, pendingActs),
                                pendingActs,
                                actions,
                                new LinkedAnswerExecutor(executor, snapshots),
                                () -> REGISTRY),
                        new AgencyUnitsController(
                                snapshots,
                                () -> ROUTER,
                                new UnitModelProvider(
                                        dispositions, ROUTER::analyzer, clock, Duration.ZERO, Duration.ofMinutes(1)),
                                clock),
                        new DeskController(queueStore, incidents, gateway, () -> REGISTRY, failed),
                        new IncidentsController(incidents, gateway, actions, () -> REGISTRY))
                .setControllerAdvice(new ProblemExceptionHandler())
                .defaultRequest(MockMvcRequestBuilders.get("/").with(new CallerPostProcessor()))
                .build();
    }

    /** Submits a report. */
    ComplaintId submitReport(int number, SubmittedReport report, Instant at) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
        ComplaintEvent event =
                new ComplaintSubmitted(EventMetadata.of(id, new UUID(0, number), ComplaintSubmitted.class, at), report);
        broker.deliver(OutboundRecord.event(event), "intake");
        return id;
    }

    /** The reporter answers, or adds something. */
    void reply(ComplaintId id, String text, Instant at) {
        ComplaintEvent event =
                new ComplaintReplied(EventMetadata.of(id, new UUID(3, 0), ComplaintReplied.class, at), text);
        broker.deliver(OutboundRecord.event(event), "intake");
    }

    /** The reporter contests the final answer, or that the complaint was archived. */
    void contest(ComplaintId id) {
        ComplaintEvent event = new ComplaintContested(
                EventMetadata.of(id, new UUID(2, 0), ComplaintContested.class, NOW), "Tidak setuju");
        broker.deliver(OutboundRecord.event(event), "intake");
    }

    /** Submits a report that repeats another. */
    ComplaintId submitRepeat(ComplaintId first, int number, SubmittedReport report) {
        ComplaintId id = submitReport(number, report, NOW.plusSeconds(number));
        gateway.send(new Link(new UUID(1, number), id, first, DuplicateType.SAME_WORDS), Optional.empty());
        return id;
    }

    /** A record of the complaint ends in the dead letters. */
    void failStepOf(ComplaintId id) {
        deadLetters.put(
                id,
                List.of(new DeadLetter(
                        "complaints-0@17~routing",
                        DeadLetterKind.UNDECIDABLE,
                        new RecordPosition("complaints", 0, 17),
                        new TreeSet<>(Set.of("routing")),
                        "java.lang.IllegalStateException",
                        "complaint-submitted",
                        Optional.of(id),
                        100,
                        NOW,
                        0,
                        Optional.empty())));
    }
}
