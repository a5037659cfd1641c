package id.pintu.intake;

import id.pintu.events.ComplaintEvent;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.InstallationSecret;
import java.time.Instant;
import java.time.InstantSource;

/** Test fixture: intake-service without HTTP, on an embedded MongoDB and a broker that processes commands immediately. */
public final class IntakeServiceFixture {

    /** Shortly before midnight in Jayapura, the evening of the same day in Jakarta. */
    public static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    public final InstantSource clock;
    public final ImmediateBroker broker = new ImmediateBroker();
    public final SnapshotStore<IntakeState> snapshots;
    public final CommandGateway<ReporterCommand> commandGateway;
    public final SubmissionService submissions;

    public IntakeServiceFixture(EmbeddedMongo mongo) {
        this(mongo, NOW);
    }

    public IntakeServiceFixture(EmbeddedMongo mongo, Instant now) {
        clock = InstantSource.fixed(now);
        ReporterCommandDecider decider = new ReporterCommandDecider();
        CommandCodec<ReporterCommand> codec = new CommandCodec<>(ReporterCommand.class);
        snapshots = new SnapshotStore<>(mongo.database(), IntakeState.class);
        broker.deliverTo(EventProcessor.of("intake", decider, snapshots, clock).withCommands(codec, decider));
        commandGateway = new CommandGateway<>(broker.commandSender("intake"), codec, snapshots, clock);
        submissions = new SubmissionService(
                new InstallationSecret("a secret of thirty-two characters"),
                snapshots,
                new IdempotencyClaimStore(mongo.database()),
                commandGateway,
                clock);
    }

    /** Delivers an event of another service. */
    public void receive(ComplaintEvent event, String service) {
        broker.deliver(OutboundRecord.event(event), service);
    }
}
