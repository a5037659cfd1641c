package id.pintu.routing.http;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.Likeness;
import id.pintu.events.Stamp;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problems;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.QuickLine;
import id.pintu.house.ledger.Saying;
import id.pintu.house.ledger.Store;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Router;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.HandlingCommand;
import id.pintu.routing.handling.HandlingCommand.Link;
import id.pintu.routing.handling.HandlingRules;
import id.pintu.routing.handling.Precedents;
import id.pintu.routing.registry.Registry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Routing from its edges to its casebook; only the broker is a quick one. */
final class Routing {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    private static final Tables TABLES = new Tables();
    static final Registry REGISTRY = TABLES.registry();
    private static final Router ROUTER = new Router(TABLES.knowledge(REGISTRY), Experience.none());
    private static final HandlingRules RULES =
            new HandlingRules(() -> ROUTER, new Precedents(() -> REGISTRY), () -> REGISTRY);

    final QuickLine line = new QuickLine();
    final Casebook<Handling> casebook;
    final MockMvc http;
    private final CommandGate<HandlingCommand> gate;

    Routing(Store store) {
        store.database().drop();
        InstantSource clock = InstantSource.fixed(NOW);
        CommandJson<HandlingCommand> json = new CommandJson<>(HandlingCommand.class);
        casebook = new Casebook<>(store.database(), Handling.class);
        DeskTray tray = new DeskTray(store.database(), () -> REGISTRY);
        IncidentBook incidents = new IncidentBook(store.database(), casebook);
        line.to(Clerk.of("routing", RULES, casebook, clock).taking(json, RULES).telling(changed -> {
            tray.note(changed);
            incidents.note(changed);
        }));
        gate = new CommandGate<>(line.commands("routing"), json, casebook, clock);
        http = MockMvcBuilders.standaloneSetup(
                        new AgencyController(gate, casebook, () -> REGISTRY),
                        new DeskController(tray, incidents, gate, () -> REGISTRY),
                        new IncidentsController(incidents, gate, () -> REGISTRY))
                .setControllerAdvice(new Problems())
                .build();
    }

    /** A report came in. */
    ComplaintId submitted(int number, Report report, Instant at) {
        ComplaintId id = ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
        ComplaintEvent event =
                new ComplaintSubmitted(Stamp.of(id, new UUID(0, number), ComplaintSubmitted.class, at), report);
        line.hears(Saying.event(event), "intake");
        return id;
    }

    /** A report came in that tells of the same thing as this one. */
    ComplaintId repeated(ComplaintId first, int number, Report report) {
        ComplaintId id = submitted(number, report, NOW.plusSeconds(number));
        gate.put(new Link(new UUID(1, number), id, first, Likeness.SAME_WORDS), Optional.empty());
        return id;
    }
}
