package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.mongo.ReporterContactRepository;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.NoticeDecider;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.SnapshotStore;
import id.pintu.support.contacts.EmailConfirmationCodes;
import id.pintu.support.contacts.ReporterLinkCodes;
import id.pintu.support.keys.InstallationSecrets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Test fixture: one instance of the service without a broker; only the event publisher is replaced. */
final class NotificationServiceFixture implements AutoCloseable {

    private static final InstallationSecrets SECRETS = InstallationSecrets.of("a secret of thirty-two characters");
    static final EmailConfirmationCodes CODES = new EmailConfirmationCodes(SECRETS);
    static final NoticeTextRenderer RENDERER =
            new NoticeTextRenderer(URI.create("http://localhost:8080"), CODES, new ReporterLinkCodes(SECRETS));
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final InstantSource CLOCK = InstantSource.fixed(ComplaintEventFixture.START);
    private static final DeliveryRetryPolicy RETRY_POLICY = new DeliveryRetryPolicy(
            8, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofMinutes(15), Duration.ofMillis(100));

    /** Time of the service, which decides how long a notice waits for a confirmation. */
    volatile Instant now = ComplaintEventFixture.START;

    final ManualDeliveryOutbox outbox;
    final ReporterContactRepository contacts;
    final ManualDeliveryService manualDelivery;
    final DeliveryProblemStore problems;
    final NoticeDispatcher dispatcher;
    final EventProcessor<NoticeState> processor;

    NotificationServiceFixture(
            EmbeddedMongo mongo, NotificationEventPublisher publisher, NotificationChannel emailChannel) {
        this(mongo, publisher, emailChannel, InstantSource.system());
    }

    /**
     * @param leaseClock the clock of the leases
     */
    NotificationServiceFixture(
            EmbeddedMongo mongo,
            NotificationEventPublisher publisher,
            NotificationChannel emailChannel,
            InstantSource leaseClock) {
        this(mongo, publisher, emailChannel, leaseClock, RETRY_POLICY);
    }

    NotificationServiceFixture(
            EmbeddedMongo mongo,
            NotificationEventPublisher publisher,
            NotificationChannel emailChannel,
            InstantSource leaseClock,
            DeliveryRetryPolicy retryPolicy) {
        SnapshotStore<NoticeState> snapshots = new SnapshotStore<>(
                mongo.database(), NoticeState.class, state -> !state.pending().isEmpty());
        DeliveryLeaseStore leaseStore = new DeliveryLeaseStore(mongo.database(), LEASE, leaseClock);
        DeliveryRecorder recorder = new DeliveryRecorder(leaseStore, publisher, CLOCK);
        outbox = new ManualDeliveryOutbox(mongo.database());
        problems = new DeliveryProblemStore(mongo.database());
        contacts = new ReporterContactRepository(mongo.database(), CODES);
        DeliveryDependencies dependencies = new DeliveryDependencies(
                snapshots,
                contacts,
                leaseStore,
                recorder,
                new EmailConfirmationRequester(CODES, leaseStore),
                new DeliveryProblemRecorder(problems, retryPolicy.stuckAfter(), InstantSource.system()),
                () -> now);
        NotificationChannel smsChannel = new ManualSmsChannel(outbox, RENDERER);
        dispatcher = new NoticeDispatcher(
                List.of(
                        new DeliveryWorker(emailChannel, Optional.of(smsChannel), dependencies, retryPolicy),
                        new DeliveryWorker(smsChannel, Optional.of(emailChannel), dependencies, retryPolicy)),
                contacts,
                snapshots,
                Duration.ofHours(1));
        manualDelivery = new ManualDeliveryService(
                outbox, recorder, new EmailFallback(snapshots, contacts, leaseStore, dispatcher));
        processor = EventProcessor.of("notification", new NoticeDecider(), snapshots, CLOCK)
                .withAfterSaveListener(changed -> changed.forEach(dispatcher::dispatch));
    }

    /** An e-mail channel that answers each notice with the next result of the supplier, or its exception. */
    static NotificationChannel emailChannel(Supplier<DeliveryResult> results) {
        return new NotificationChannel() {
            @Override
            public ContactChannel kind() {
                return ContactChannel.EMAIL;
            }

            @Override
            public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
                return results.get();
            }
        };
    }

    NotificationServiceFixture start() {
        dispatcher.start();
        return this;
    }

    void putEmail(ComplaintId id, String email) {
        contacts.putAll(Map.of(id, new ReporterContact(Optional.of("Siti"), Optional.of(email), Optional.empty())));
    }

    void putEmailAndPhone(ComplaintId id, String email, String phone) {
        contacts.putAll(Map.of(id, new ReporterContact(Optional.of("Siti"), Optional.of(email), Optional.of(phone))));
    }

    void putPhone(ComplaintId id, String phone) {
        contacts.putAll(Map.of(id, new ReporterContact(Optional.empty(), Optional.empty(), Optional.of(phone))));
    }

    void putUnconfirmed(ComplaintId id, String email, String phone) {
        contacts.putAll(Map.of(
                id, new ReporterContact(Optional.empty(), Optional.of(email), Optional.of(phone), Optional.of(false))));
    }

    @Override
    public void close() {
        dispatcher.stop();
    }
}
