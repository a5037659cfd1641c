package id.pintu.intake;

import com.mongodb.client.MongoDatabase;
import id.pintu.intake.attachments.AttachmentIds;
import id.pintu.intake.attachments.AttachmentProperties;
import id.pintu.intake.attachments.AttachmentScanner;
import id.pintu.intake.attachments.AttachmentService;
import id.pintu.intake.attachments.AttachmentStore;
import id.pintu.intake.attachments.ClamdScanner;
import id.pintu.intake.attachments.DirectoryAttachmentStore;
import id.pintu.intake.attachments.EndedUploadRemover;
import id.pintu.intake.mongo.GridFsAttachmentStore;
import id.pintu.intake.mongo.IdempotencyClaimStore;
import id.pintu.intake.rates.SubmissionRateLimiter;
import id.pintu.intake.reporter.IntakeState;
import id.pintu.intake.reporter.ReporterActLimits;
import id.pintu.intake.reporter.ReporterCommand;
import id.pintu.intake.reporter.ReporterCommandDecider;
import id.pintu.intake.submission.ReporterContactPublisher;
import id.pintu.processing.CommandCodec;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.attachments.AttachmentPasses;
import id.pintu.support.categories.CategoryCatalog;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.keys.ChannelKeyIndex;
import id.pintu.support.keys.ChannelKeyIssuer;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.regions.RegionCatalog;
import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of intake-service: its stream function and what its controllers need. */
@Configuration(proxyBeanMethods = false)
class IntakeStreamConfiguration {

    private static final Logger log = LoggerFactory.getLogger(IntakeStreamConfiguration.class);

    /**
     * Consumes reporter commands ({@code intake.commands}) and the events that decide which of them are allowed ({@code
     * complaints}); emits complaint-submitted, complaint-replied, complaint-withdrawn, complaint-contested,
     * complaint-rated and ombudsman-consent-given.
     */
    @Bean
    EventProcessor<IntakeState> reporting(
            SnapshotStore<IntakeState> snapshots,
            CommandCodec<ReporterCommand> commands,
            InstantSource clock,
            @Value("${pintu.intake.replies-per-day}") int repliesPerDay,
            @Value("${pintu.intake.other-acts-per-day}") int otherActsPerDay) {
        ReporterCommandDecider decider =
                new ReporterCommandDecider(new ReporterActLimits(repliesPerDay, otherActsPerDay));
        return EventProcessor.of("intake", decider, snapshots, clock).withCommands(commands, decider);
    }

    @Bean
    SnapshotStore<IntakeState> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(database, IntakeState.class);
    }

    @Bean
    IdempotencyClaimStore idempotencyClaimStore(MongoDatabase database) {
        return new IdempotencyClaimStore(database);
    }

    @Bean
    CommandCodec<ReporterCommand> reporterCommands() {
        return new CommandCodec<>(ReporterCommand.class);
    }

    @Bean
    CommandGateway<ReporterCommand> commandGateway(
            CommandSender commands,
            CommandCodec<ReporterCommand> codec,
            SnapshotStore<IntakeState> snapshots,
            InstantSource clock) {
        return new CommandGateway<>(commands, codec, snapshots, clock);
    }

    @Bean
    EmailConfirmationCodes emailConfirmationCodes(InstallationSecrets secrets) {
        return new EmailConfirmationCodes(secrets);
    }

    @Bean
    ReporterLinkCodes reporterLinkCodes(InstallationSecrets secrets) {
        return new ReporterLinkCodes(secrets);
    }

    /** Emits contacts and confirmations of e-mail addresses (reporters). */
    @Bean
    ReporterContactPublisher reporterContactPublisher(
            CommandGateway<ReporterCommand> gateway, CommandSender commands, InstantSource clock) {
        return new ReporterContactPublisher(gateway, commands, clock);
    }

    /** Emits the keys of channels (keys). */
    @Bean
    ChannelKeyIssuer channelKeyIssuer(InstallationSecrets secrets, ChannelKeyIndex keys, CommandSender commands) {
        return new ChannelKeyIssuer(secrets, keys, commands);
    }

    @Bean
    SubmissionRateLimiter submissionRateLimiter(IntakeProperties properties) {
        return new SubmissionRateLimiter(properties.limits(), TimeMeter.SYSTEM_MILLISECONDS);
    }

    @Bean
    @ConditionalOnProperty("pintu.intake.attachments.directory")
    DirectoryAttachmentStore directoryAttachmentStore(IntakeProperties properties) {
        return new DirectoryAttachmentStore(
                Objects.requireNonNull(properties.attachments().directory()));
    }

    @Bean
    @ConditionalOnMissingBean(AttachmentStore.class)
    GridFsAttachmentStore gridFsAttachmentStore(MongoDatabase database) {
        return new GridFsAttachmentStore(database);
    }

    @Bean
    AttachmentService attachmentService(
            AttachmentStore store, InstallationSecrets secrets, IntakeProperties properties, InstantSource clock) {
        AttachmentProperties settings = properties.attachments();
        return new AttachmentService(
                store, new AttachmentIds(secrets), scanner(settings), settings.unclaimedFor(), clock);
    }

    private static AttachmentScanner scanner(AttachmentProperties settings) {
        if (settings.clamd() == null || settings.clamd().isBlank()) {
            log.info("attachments are not scanned for viruses: pintu.intake.attachments.clamd is not set");
            return AttachmentScanner.NONE;
        }
        return new ClamdScanner(settings.clamd(), settings.scanTimeout());
    }

    @Bean
    EndedUploadRemover endedUploadRemover(AttachmentStore store, InstantSource clock) {
        return new EndedUploadRemover(store, clock);
    }

    @Bean
    AttachmentPasses attachmentPasses(InstallationSecrets secrets) {
        return new AttachmentPasses(secrets);
    }

    @Bean
    CategoryCatalog categories() {
        return CategoryCatalog.bundled();
    }

    @Bean
    RegionCatalog regions() {
        return RegionCatalog.bundled();
    }
}
