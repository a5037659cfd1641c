package id.pintu.intake.http;

import id.pintu.events.ComplaintEvent;
import id.pintu.house.categories.Categories;
import id.pintu.house.http.CommandGate;
import id.pintu.house.http.Problems;
import id.pintu.house.keys.Secret;
import id.pintu.house.ledger.Casebook;
import id.pintu.house.ledger.Clerk;
import id.pintu.house.ledger.CommandJson;
import id.pintu.house.ledger.QuickLine;
import id.pintu.house.ledger.Saying;
import id.pintu.house.ledger.Store;
import id.pintu.house.regions.Regions;
import id.pintu.intake.reporting.ReporterCommand;
import id.pintu.intake.reporting.ReporterRules;
import id.pintu.intake.reporting.Reporting;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Intake from its doors to its casebook; only the broker is a quick one. */
final class Intake {

    /** Shortly before midnight in Jayapura, the evening of the same day in Jakarta. */
    static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    final QuickLine line = new QuickLine();
    final Casebook<Reporting> casebook;
    final Counter counter;
    final MockMvc http;

    Intake(Store store) {
        this(store, NOW);
    }

    Intake(Store store, Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        ReporterRules rules = new ReporterRules();
        CommandJson<ReporterCommand> json = new CommandJson<>(ReporterCommand.class);
        casebook = new Casebook<>(store.database(), Reporting.class);
        line.to(Clerk.of("intake", rules, casebook, clock).taking(json, rules));
        CommandGate<ReporterCommand> gate = new CommandGate<>(line.commands("intake"), json, casebook, clock);
        counter = new Counter(new Secret("a secret of thirty-two characters"), casebook, store.database(), gate, clock);
        http = MockMvcBuilders.standaloneSetup(
                        new ComplaintsController(counter, clock, Categories.bundled(), Regions.bundled()),
                        new CategoriesController(Categories.bundled()),
                        new RegionsController(Regions.bundled()),
                        new SmsController(counter, clock),
                        new ReporterController(counter, gate))
                .setControllerAdvice(new Problems())
                .build();
    }

    /** Another service said something. */
    void hears(ComplaintEvent event, String service) {
        line.hears(Saying.event(event), service);
    }
}
