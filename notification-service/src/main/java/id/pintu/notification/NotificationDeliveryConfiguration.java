package id.pintu.notification;

import com.mongodb.client.MongoDatabase;
import id.pintu.notification.delivery.DeliveryDependencies;
import id.pintu.notification.delivery.DeliveryProblemRecorder;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.DeliveryRetryPolicy;
import id.pintu.notification.delivery.DeliveryWorker;
import id.pintu.notification.delivery.EmailConfirmationRequester;
import id.pintu.notification.delivery.EmailFallback;
import id.pintu.notification.delivery.ManualDeliveryService;
import id.pintu.notification.delivery.ManualSmsChannel;
import id.pintu.notification.delivery.NoticeDispatcher;
import id.pintu.notification.delivery.NotificationEventPublisher;
import id.pintu.notification.delivery.RetentionScheduler;
import id.pintu.notification.delivery.UndeliveredNoticeRetention;
import id.pintu.notification.institutions.delivery.InstitutionMailProperties;
import id.pintu.notification.mail.EmailChannel;
import id.pintu.notification.mail.SmtpMailer;
import id.pintu.notification.message.InstitutionMailRenderer;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.calendars.WorkingDaysClient;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.keys.InstallationSecrets;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Spring configuration of the delivery of notices. A new channel is one more bean of type {@link NotificationChannel}. */
@Configuration(proxyBeanMethods = false)
class NotificationDeliveryConfiguration {

    @Bean
    SnapshotStore<NoticeState> snapshotStore(MongoDatabase database) {
        return new SnapshotStore<>(
                database, NoticeState.class, state -> !state.pending().isEmpty());
    }

    @Bean
    EmailConfirmationCodes emailConfirmationCodes(InstallationSecrets secrets) {
        return new EmailConfirmationCodes(secrets);
    }

    @Bean
    ReporterContactRepository reporterContacts(MongoDatabase database, EmailConfirmationCodes codes) {
        return new ReporterContactRepository(database, codes);
    }

    @Bean
    ManualDeliveryOutbox manualDeliveryOutbox(MongoDatabase database) {
        return new ManualDeliveryOutbox(database);
    }

    /** Uses the system clock: leases are real time, even where the service's clock is a virtual one. */
    @Bean
    DeliveryLeaseStore deliveryLeaseStore(MongoDatabase database, NotificationProperties settings) {
        return new DeliveryLeaseStore(database, settings.lease(), InstantSource.system());
    }

    @Bean
    DeliveryRecorder deliveryRecorder(
            DeliveryLeaseStore leases, NotificationEventPublisher publisher, InstantSource clock) {
        return new DeliveryRecorder(leases, publisher, clock);
    }

    @Bean
    ManualDeliveryService manualDeliveryService(
            ManualDeliveryOutbox outbox, DeliveryDependencies dependencies, NoticeDispatcher dispatcher) {
        return new ManualDeliveryService(
                outbox,
                dependencies.recorder(),
                new EmailFallback(
                        dependencies.snapshots(), dependencies.contacts(), dependencies.leases(), dispatcher));
    }

    @Bean
    NoticeTextRenderer noticeTextRenderer(
            NotificationProperties settings, EmailConfirmationCodes codes, InstallationSecrets secrets) {
        return new NoticeTextRenderer(settings.portal(), codes, new ReporterLinkCodes(secrets));
    }

    @Bean
    SmtpMailer smtpMailer(JavaMailSender smtp, NotificationProperties settings) {
        return new SmtpMailer(smtp, settings.from());
    }

    @Bean
    NotificationChannel emailChannel(SmtpMailer mailer, NoticeTextRenderer renderer) {
        return new EmailChannel(mailer, renderer);
    }

    @Bean
    InstitutionMailRenderer institutionMailRenderer(NotificationProperties settings) {
        return new InstitutionMailRenderer(settings.portal());
    }

    @Bean
    InstitutionMailProperties institutionMailProperties(NotificationProperties settings) {
        return settings.institutions();
    }

    @Bean
    DeliveryRetryPolicy deliveryRetryPolicy(NotificationProperties settings) {
        return settings.retry();
    }

    @Bean
    WorkingDaysClient workingDaysClient(SlaServiceProperties settings, ObservationRegistry observations) {
        return new WorkingDaysClient(settings.sla(), observations);
    }

    @Bean
    NotificationChannel manualSmsChannel(ManualDeliveryOutbox outbox, NoticeTextRenderer renderer) {
        return new ManualSmsChannel(outbox, renderer);
    }

    @Bean
    DeliveryProblemStore deliveryProblemStore(MongoDatabase database) {
        return new DeliveryProblemStore(database);
    }

    @Bean
    DeliveryProblemRecorder deliveryProblemRecorder(DeliveryProblemStore problems, NotificationProperties settings) {
        return new DeliveryProblemRecorder(problems, settings.retry().stuckAfter(), InstantSource.system());
    }

    @Bean
    RetentionScheduler retentionScheduler(
            DeliveryProblemStore problems,
            ManualDeliveryOutbox outbox,
            ManualDeliveryService manualDelivery,
            NotificationProperties settings,
            InstantSource clock) {
        return new RetentionScheduler(
                new UndeliveredNoticeRetention(problems, outbox, manualDelivery, settings.retention(), clock),
                settings.sweep());
    }

    @Bean
    DeliveryDependencies deliveryDependencies(
            SnapshotStore<NoticeState> snapshots,
            ReporterContactRepository contacts,
            DeliveryLeaseStore leases,
            DeliveryRecorder recorder,
            DeliveryProblemRecorder problems,
            EmailConfirmationCodes codes,
            InstantSource clock) {
        return new DeliveryDependencies(
                snapshots, contacts, leases, recorder, new EmailConfirmationRequester(codes, leases), problems, clock);
    }

    @Bean
    NoticeDispatcher noticeDispatcher(
            List<NotificationChannel> channels,
            DeliveryDependencies dependencies,
            SnapshotStore<NoticeState> snapshots,
            NotificationProperties settings) {
        List<DeliveryWorker> workers = channels.stream()
                .map(channel -> new DeliveryWorker(
                        channel,
                        channels.stream()
                                .filter(other -> other.kind() != channel.kind())
                                .findFirst(),
                        dependencies,
                        settings.retry()))
                .toList();
        return new NoticeDispatcher(workers, dependencies.contacts(), snapshots, settings.sweep());
    }
}
