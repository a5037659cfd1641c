package id.pintu.intake.http;

import id.pintu.events.ComplaintEvent;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemExceptionHandler;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.regions.RegionCatalog;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Intake from its doors to its casebook; only the broker is a quick one. */
final class IntakeServiceFixture {

    /** Shortly before midnight in Jayapura, the evening of the same day in Jakarta. */
    static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    final ImmediateBroker broker = new ImmediateBroker();
    final SnapshotStore<IntakeState> snapshots;
    final SubmissionService submissions;
    final MockMvc http;

    IntakeServiceFixture(EmbeddedMongo store) {
        this(store, NOW);
    }

    IntakeServiceFixture(EmbeddedMongo store, Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        ReporterCommandDecider rules = new ReporterCommandDecider();
        CommandCodec<ReporterCommand> json = new CommandCodec<>(ReporterCommand.class);
        snapshots = new SnapshotStore<>(store.database(), IntakeState.class);
        broker.deliverTo(EventProcessor.of("intake", rules, snapshots, clock).withCommands(json, rules));
        CommandGateway<ReporterCommand> gate =
                new CommandGateway<>(broker.commandSender("intake"), json, snapshots, clock);
        submissions = new SubmissionService(
                new InstallationSecret("a secret of thirty-two characters"), snapshots, store.database(), gate, clock);
        http = MockMvcBuilders.standaloneSetup(
                        new ComplaintSubmissionController(
                                submissions, clock, CategoryCatalog.bundled(), RegionCatalog.bundled()),
                        new CategoriesController(CategoryCatalog.bundled()),
                        new RegionsController(RegionCatalog.bundled()),
                        new SmsIntakeController(submissions, clock),
                        new ReporterActionController(submissions, gate))
                .setControllerAdvice(new ProblemExceptionHandler())
                .build();
    }

    /** Another service said something. */
    void receive(ComplaintEvent event, String service) {
        broker.deliver(OutboundRecord.event(event), service);
    }
}
