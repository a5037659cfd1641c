package id.pintu.intake;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeChannel;
import id.pintu.intake.attachments.AttachmentIds;
import id.pintu.intake.attachments.AttachmentScanner;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.mongo.GridFsAttachmentStore;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.intake.submission.ReporterContactPublisher;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.ChannelCredential;
import id.pintu.support.keys.InstallationSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;

/** Test fixture: intake-service without HTTP, on an embedded MongoDB and a broker that processes commands immediately. */
public final class IntakeServiceFixture {

    /** Shortly before midnight in Jayapura, the evening of the same day in Jakarta. */
    public static final Instant NOW = Instant.parse("2026-03-02T14:30:00Z");

    public final InstantSource clock;
    public final ImmediateBroker broker = new ImmediateBroker();
    public final SnapshotStore<IntakeState> snapshots;
    public final CommandGateway<ReporterCommand> commandGateway;
    public final SubmissionService submissions;
    public final ReporterContactPublisher contacts;
    public final EmailConfirmationCodes confirmationCodes;
    public final GridFsAttachmentStore attachmentStore;
    public final AttachmentPasses attachmentPasses;
    public final AttachmentService attachments;

    private final AttachmentIds attachmentIds;

    public IntakeServiceFixture(EmbeddedMongo mongo) {
        this(mongo, NOW);
    }

    public IntakeServiceFixture(EmbeddedMongo mongo, Instant now) {
        this(mongo, now, InstallationSecrets.of("a secret of thirty-two characters"));
    }

    public IntakeServiceFixture(EmbeddedMongo mongo, Instant now, InstallationSecrets secrets) {
        clock = InstantSource.fixed(now);
        ReporterCommandDecider decider = new ReporterCommandDecider();
        CommandCodec<ReporterCommand> codec = new CommandCodec<>(ReporterCommand.class);
        snapshots = new SnapshotStore<>(mongo.database(), IntakeState.class);
        broker.deliverTo(EventProcessor.of("intake", decider, snapshots, clock).withCommands(codec, decider));
        commandGateway = new CommandGateway<>(broker.commandSender("intake"), codec, snapshots, clock);
        confirmationCodes = new EmailConfirmationCodes(secrets);
        contacts = new ReporterContactPublisher(commandGateway, broker.commandSender("intake"), clock);
        submissions = new SubmissionService(
                secrets, snapshots, new IdempotencyClaimStore(mongo.database()), commandGateway, contacts);
        attachmentStore = new GridFsAttachmentStore(mongo.database());
        attachmentPasses = new AttachmentPasses(secrets);
        attachmentIds = new AttachmentIds(secrets);
        attachments = attachments(AttachmentScanner.NONE);
    }

    /** Attachments with a scanner. */
    public AttachmentService attachments(AttachmentScanner scanner) {
        return new AttachmentService(attachmentStore, attachmentIds, scanner, Duration.ofHours(24), clock);
    }

    /** Test authentication with the key of a channel, as the security chain sets it. */
    public static BearerTokenAuthentication channel(String name, IntakeChannel... channels) {
        return authentication(new ChannelCredential(name, Set.of(channels), false, false, Optional.empty(), false));
    }

    /** Test authentication with any credential. */
    public static BearerTokenAuthentication authentication(ChannelCredential credential) {
        OAuth2AuthenticatedPrincipal principal = credential.toPrincipal();
        return new BearerTokenAuthentication(
                principal,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "key", null, null),
                principal.getAuthorities());
    }

    /** Delivers an event of another service. */
    public void receive(ComplaintEvent event, String service) {
        broker.deliver(OutboundRecord.event(event), service);
    }
}
