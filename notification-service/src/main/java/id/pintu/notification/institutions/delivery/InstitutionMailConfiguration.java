package id.pintu.notification.institutions.delivery;

import com.mongodb.client.MongoDatabase;
import id.pintu.events.TopicNames;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.DeliveryRetryPolicy;
import id.pintu.notification.institutions.InstitutionCase;
import id.pintu.notification.institutions.InstitutionCaseProjection;
import id.pintu.notification.mail.SmtpMailer;
import id.pintu.notification.message.InstitutionMailRenderer;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ExpiredCaseStore;
import id.pintu.processing.CommandSender;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.topics.CompactedTopicReader;
import id.pintu.processing.topics.KafkaClients;
import id.pintu.support.calendars.WorkingDaysClient;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.regions.RegionCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Spring configuration of mails to institutions: what they consume, and how they are sent. */
@Configuration(proxyBeanMethods = false)
class InstitutionMailConfiguration {

    private static final String GROUP = "notification-institutions";

    /** Consumes assignments, deadlines and ends of complaints, in a group of its own ({@code complaints}); emits nothing. */
    @Bean
    EventProcessor<InstitutionCase> institutions(
            SnapshotStore<InstitutionCase> institutionSnapshots, InstitutionMailPlanner planner, InstantSource clock) {
        return EventProcessor.of(GROUP, new InstitutionCaseProjection(), institutionSnapshots, clock)
                .withAfterSaveListener(changed -> planner.noteExpiries(changed, clock.instant()));
    }

    @Bean
    SnapshotStore<InstitutionCase> institutionSnapshots(MongoDatabase database) {
        return new SnapshotStore<>(database, "institution-snapshots", InstitutionCase.class, InstitutionCase::isDue);
    }

    @Bean
    ExpiredCaseStore expiredCaseStore(MongoDatabase database) {
        return new ExpiredCaseStore(database);
    }

    @Bean
    MailRecipientIndex mailRecipientIndex(InstallationSecrets secrets) {
        return new MailRecipientIndex(secrets);
    }

    /** Consumes contacts of institutions, in every instance ({@code institution-contacts}); emits nothing. */
    @Bean
    CompactedTopicReader mailRecipientReader(MailRecipientIndex recipients, KafkaClients clients) {
        return CompactedTopicReader.byKey(TopicNames.INSTITUTION_CONTACTS, clients, recipients::handle);
    }

    @Bean
    SentMailJournal sentMailJournal(CommandSender sender) {
        return new SentMailJournal(sender);
    }

    /** Consumes what was sent, in every instance ({@code institution-mails}); emits nothing. */
    @Bean
    CompactedTopicReader sentMailReader(SentMailJournal journal, KafkaClients clients) {
        return CompactedTopicReader.byKey(SentMailJournal.TOPIC, clients, journal::handle);
    }

    @Bean
    KafkaAdmin.NewTopics institutionMailTopics(@Value("${pintu.replicas}") int replicas) {
        return new KafkaAdmin.NewTopics(
                CompactedTopicReader.topic(TopicNames.INSTITUTION_CONTACTS, replicas),
                CompactedTopicReader.topic(SentMailJournal.TOPIC, replicas));
    }

    @Bean
    LedgerFoldProgress institutionFoldProgress(KafkaClients clients) {
        return new LedgerFoldProgress(GROUP, clients);
    }

    @Bean
    InstitutionMailPlanner institutionMailPlanner(
            SnapshotStore<InstitutionCase> institutionSnapshots,
            ExpiredCaseStore expiredCases,
            MailRecipientIndex recipients,
            SentMailJournal journal,
            WorkingDaysClient calendars,
            LedgerFoldProgress progress,
            InstitutionMailProperties settings) {
        return new InstitutionMailPlanner(
                institutionSnapshots,
                expiredCases,
                recipients,
                journal,
                calendars::of,
                progress,
                settings.hours(),
                settings.toldFor(),
                RegionCatalog.allZones());
    }

    /** Emits which mails were sent ({@code institution-mails}). */
    @Bean
    InstitutionMailLoop institutionMailLoop(
            InstitutionMailPlanner planner,
            SmtpMailer mailer,
            InstitutionMailRenderer renderer,
            DeliveryLeaseStore leases,
            DeliveryRecorder recorder,
            SentMailJournal journal,
            InstitutionMailProperties settings,
            DeliveryRetryPolicy retryPolicy,
            InstantSource clock,
            MeterRegistry metrics) {
        return new InstitutionMailLoop(
                planner,
                new InstitutionMailDispatcher(
                        mailer, renderer, leases, recorder, journal, settings.hours(), retryPolicy, clock, metrics),
                journal,
                leases,
                settings,
                clock);
    }
}
