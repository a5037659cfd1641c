package id.pintu.notification.institutions.delivery;

import static id.pintu.events.InstitutionContact.ContactRole.ADMIN;
import static id.pintu.events.InstitutionContact.ContactRole.HEAD;
import static id.pintu.events.InstitutionContact.ContactRole.LIAISON;
import static id.pintu.events.SlaEvent.SlaClockType.INSTITUTION_VERIFICATION;
import static id.pintu.notification.institutions.InstitutionEvents.SEMARANG;
import static id.pintu.notification.institutions.InstitutionEvents.at;
import static id.pintu.notification.institutions.InstitutionEvents.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.InstitutionContact;
import id.pintu.events.InstitutionContacts;
import id.pintu.events.WireJsonMapper;
import id.pintu.notification.delivery.DeliveryRecorder;
import id.pintu.notification.delivery.DeliveryRetryPolicy;
import id.pintu.notification.institutions.InstitutionCase;
import id.pintu.notification.institutions.InstitutionCaseProjection;
import id.pintu.notification.institutions.InstitutionEvents;
import id.pintu.notification.mail.MailSenderFixture;
import id.pintu.notification.mail.SmtpMailer;
import id.pintu.notification.message.InstitutionMailRenderer;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ExpiredCaseStore;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.EventProcessor;
import id.pintu.processing.ImmediateBroker;
import id.pintu.processing.OutboundRecord;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.TestRecords;
import id.pintu.support.calendars.WorkingDays;
import id.pintu.support.keys.InstallationSecrets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Uses an SMTP server, an embedded MongoDB and the event processor; the broker is a list of records. An instance that starts
 * again reads the topics from their beginning, as the real one does.
 */
class InstitutionMailDeliveryTest {

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final InstitutionEvents POTHOLE = InstitutionEvents.of("pothole");
    private static final InstitutionEvents LAMP = InstitutionEvents.of("lamp");

    private final List<ComplaintEvent> ledger = new ArrayList<>();
    private final ImmediateBroker broker = new ImmediateBroker();
    private final Set<LocalDate> closed = new HashSet<>();
    private final List<MailInstance> instances = new ArrayList<>();
    private final int port = freePort();
    private final GreenMail server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    private EmbeddedMongo mongo = new EmbeddedMongo();
    private List<InstitutionContact> contacts =
            List.of(contact(LIAISON, "2026-11-01T09:00"), contact(HEAD, "2026-11-01T09:00"));
    private JavaMailSender smtp = MailSenderFixture.forPort(port);
    private volatile Instant now = at("2026-11-23T09:00");
    private volatile boolean caughtUp = true;

    /** One start of the service. */
    private final class MailInstance implements AutoCloseable {

        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        private final DeliveryLeaseStore leases =
                new DeliveryLeaseStore(mongo.database(), Duration.ofMinutes(2), InstantSource.system());
        private final SentMailJournal journal = new SentMailJournal(broker.commandSender("notification"));
        private final MailRecipientIndex recipients =
                new MailRecipientIndex(InstallationSecrets.of("a secret of thirty-two characters"));
        private final InstitutionMailProperties settings = new InstitutionMailProperties(
                LocalTime.of(7, 0), LocalTime.of(20, 0), LocalTime.of(6, 0), Duration.ofDays(3), Duration.ofMillis(20));
        private final InstitutionMailPlanner planner;
        private final EventProcessor<InstitutionCase> processor;
        private final InstitutionMailLoop loop;

        MailInstance() {
            SnapshotStore<InstitutionCase> snapshots = new SnapshotStore<>(
                    mongo.database(), "institution-snapshots", InstitutionCase.class, InstitutionCase::isDue);
            planner = new InstitutionMailPlanner(
                    snapshots,
                    new ExpiredCaseStore(mongo.database()),
                    recipients,
                    journal,
                    code -> new WorkingDays(closed),
                    () -> () -> caughtUp,
                    settings.hours(),
                    settings.toldFor(),
                    Set.of(SEMARANG.zone()));
            processor = EventProcessor.of(
                            "notification-institutions", new InstitutionCaseProjection(), snapshots, () -> now)
                    .withAfterSaveListener(changed -> planner.noteExpiries(changed, now));
            DeliveryRecorder recorder = new DeliveryRecorder(
                    leases,
                    event -> {
                        throw new AssertionError("nothing goes to the ledger");
                    },
                    () -> now);
            loop = new InstitutionMailLoop(
                    planner,
                    new InstitutionMailDispatcher(
                            new SmtpMailer(smtp, "SP4N-LAPOR! <noreply@lapor.example>"),
                            new InstitutionMailRenderer(URI.create("http://localhost:8080/")),
                            leases,
                            recorder,
                            journal,
                            settings.hours(),
                            new DeliveryRetryPolicy(
                                    2,
                                    Duration.ofMillis(10),
                                    Duration.ofMillis(50),
                                    Duration.ofMinutes(15),
                                    Duration.ofMillis(100)),
                            () -> now,
                            metrics),
                    journal,
                    leases,
                    settings,
                    () -> now);
        }

        MailInstance start() {
            recipients.handle(
                    SEMARANG.code(),
                    Optional.of(WireJsonMapper.MAPPER.writeValueAsBytes(new InstitutionContacts(contacts))));
            broker.history()
                    .forEach(sent -> journal.handle(
                            new String(sent.key(), StandardCharsets.UTF_8), Optional.ofNullable(sent.value())));
            for (int i = 0; i < ledger.size(); i++) {
                process(i);
            }
            loop.start();
            return this;
        }

        private void process(int offset) {
            processor.apply(TestRecords.batch(
                    List.of(TestRecords.at(offset, OutboundRecord.event(ledger.get(offset)), "sla"))));
        }

        @Override
        public void close() {
            loop.stop();
        }
    }

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void close() {
        instances.forEach(MailInstance::close);
        server.stop();
        mongo.close();
    }

    @Test
    void sendsOneDigestADayToEachContactWhateverIsRestartedOrRebuilt() throws Exception {
        append(POTHOLE.routed("2026-11-20T09:00"));
        append(POTHOLE.set(INSTITUTION_VERIFICATION, "2026-11-25T16:00", "2026-11-20T09:00"));
        now = at("2026-11-23T06:59");
        start();
        staysAt(0);

        now = at("2026-11-23T07:00");
        awaitMails(2);
        restart();
        staysAt(2);
        rebuild();
        staysAt(2);
        now = at("2026-11-23T19:59");
        staysAt(2);

        MimeMessage mail = mailTo("liaison@example.id");
        assertThat(mail.getSubject()).isEqualTo("1 segera, 1 baru, Pemerintah Kota Semarang");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("id");
        assertThat(mail.getContent().toString())
                .contains(
                        "http://localhost:8080/instansi/D.33.74/" + POTHOLE.id().value());
        assertThat(Stream.of(server.getReceivedMessages()).map(InstitutionMailDeliveryTest::messageId))
                .doesNotHaveDuplicates();

        now = at("2026-11-24T07:00");
        awaitMails(4);
    }

    @Test
    void sendsNoDigestOnAHolidayAndNoneOfDaysThatArePast() {
        closed.add(LocalDate.of(2026, 11, 24));
        append(POTHOLE.routed("2026-11-20T09:00"));
        append(POTHOLE.set(INSTITUTION_VERIFICATION, "2026-11-25T16:00", "2026-11-20T09:00"));
        now = at("2026-11-24T08:00");
        start();
        staysAt(0);

        now = at("2026-11-25T20:30");
        staysAt(0);
        now = at("2026-11-26T09:00");
        awaitMails(2);
        staysAt(2);
    }

    @Test
    void tellsOnceAndAtOnceWhenAClockHasRunOutWhateverIsRestartedOrRebuilt() throws Exception {
        contacts = List.of(
                contact(LIAISON, "2026-11-01T09:00"),
                contact(ADMIN, "2026-11-01T09:00"),
                contact(HEAD, "2026-11-01T09:00"));
        openUntil("2026-11-25T16:00");
        now = at("2026-11-25T16:00:30");
        closed.addAll(List.of(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 30)));
        start();
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00:05"));
        append(LAMP.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00:20"));
        staysAt(0);

        now = at("2026-11-25T16:01:10");
        awaitMails(2);
        restart();
        rebuild();
        staysAt(2);
        assertThat(mailTo("liaison@example.id").getSubject())
                .isEqualTo("2 batas waktu terlewati, Pemerintah Kota Semarang");
        assertThat(mailTo("admin@example.id").getContent().toString())
                .contains(POTHOLE.id().value())
                .contains(LAMP.id().value());

        now = at("2026-11-26T21:00");
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 3, "institution-head", "2026-11-26T21:00"));
        append(LAMP.met(INSTITUTION_VERIFICATION, "2026-11-26T21:05"));
        staysAt(2);
        now = at("2026-11-27T06:01");
        awaitMails(5);
        assertThat(mailTo("head@example.id").getContent().toString()).contains("eskalasi tingkat 3");

        now = at("2026-11-30T09:00");
        rebuild();
        staysAt(5);
    }

    @Test
    void aMailThatTheServerTookIsRecordedLaterAndNotSentAgain() {
        openUntil("2026-11-25T16:00");
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00"));
        now = at("2026-11-25T16:02");
        closed.add(LocalDate.of(2026, 11, 25));
        broker.goDown();
        start();
        awaitMails(1);
        staysAt(1);

        broker.recover();
        Awaitility.await().until(() -> !broker.history().isEmpty());
        rebuild();
        staysAt(1);
    }

    @Test
    void waitsForADeadServer() {
        server.stop();
        openUntil("2026-11-25T16:00");
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00"));
        now = at("2026-11-25T16:02");
        closed.add(LocalDate.of(2026, 11, 25));
        MailInstance instance = start();
        Awaitility.await()
                .until(() -> instance.metrics
                                .counter("pintu.notification.institution.mails", "kind", "expired", "outcome", "failed")
                                .count()
                        > 1);
        assertThat(waiting(instance)).isEqualTo(1);

        server.start();
        awaitMails(1);
        Awaitility.await().until(() -> waiting(instance) == 0);
        assertThat(instance.metrics
                        .counter("pintu.notification.institution.mails", "kind", "expired", "outcome", "sent")
                        .count())
                .isEqualTo(1);
        staysAt(1);
    }

    @Test
    void anAddressWhoseServerHangsDelaysNoOther() {
        CountDownLatch end = new CountDownLatch(1);
        JavaMailSenderImpl reachable = MailSenderFixture.forPort(port);
        smtp = new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage mail) {
                if (recipient(mail).equals("liaison@example.id")) {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                reachable.send(mail);
            }
        };
        openUntil("2026-11-25T16:00");
        now = at("2026-11-25T08:00");
        start();

        awaitMails(1);
        assertThat(mailTo("head@example.id")).isNotNull();
        end.countDown();
        awaitMails(2);
    }

    @Test
    void sendsNothingFromAPartOfTheLedger() {
        openUntil("2026-11-25T16:00");
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00"));
        now = at("2026-11-26T08:00");
        caughtUp = false;
        start();
        staysAt(0);

        append(POTHOLE.met(INSTITUTION_VERIFICATION, "2026-11-25T16:30"));
        append(LAMP.met(INSTITUTION_VERIFICATION, "2026-11-25T15:30"));
        caughtUp = true;
        staysAt(0);
    }

    @Test
    void anInstitutionWithoutContactsGetsNothing() {
        contacts = List.of();
        openUntil("2026-11-25T16:00");
        append(POTHOLE.missed(INSTITUTION_VERIFICATION, 1, "liaison", "2026-11-25T16:00"));
        now = at("2026-11-26T08:00");
        start();
        staysAt(0);
    }

    @Test
    void nothingThatIsRecordedHasAnAddress() {
        openUntil("2026-11-25T16:00");
        now = at("2026-11-25T08:00");
        start();
        awaitMails(2);
        Awaitility.await().until(() -> broker.history().size() == 2);

        assertThat(broker.written(SentMailJournal.TOPIC))
                .hasSize(2)
                .allSatisfy(json -> assertThat(json).doesNotContain("@").contains("\"delivered\""));
        for (String collection : mongo.database().listCollectionNames()) {
            mongo.database()
                    .getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson()).doesNotContain("example.id"));
        }
    }

    /** Two complaints with a clock that runs out then. */
    private void openUntil(String due) {
        for (InstitutionEvents events : List.of(POTHOLE, LAMP)) {
            append(events.routed("2026-11-20T09:00"));
            append(events.set(INSTITUTION_VERIFICATION, due, "2026-11-20T09:00"));
        }
    }

    private void append(ComplaintEvent event) {
        ledger.add(event);
        if (!instances.isEmpty()) {
            instances.getLast().process(ledger.size() - 1);
        }
    }

    private MailInstance start() {
        MailInstance instance = new MailInstance().start();
        instances.add(instance);
        return instance;
    }

    /** With the documents of before. */
    private void restart() {
        instances.removeLast().close();
        start();
    }

    /** Without any document: all is folded again. */
    private void rebuild() {
        instances.removeLast().close();
        mongo.close();
        mongo = new EmbeddedMongo();
        start();
    }

    private static double waiting(MailInstance instance) {
        Gauge gauge = instance.metrics
                .get("pintu.notification.institution.mails.waiting")
                .gauge();
        return gauge.value();
    }

    private void awaitMails(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> server.getReceivedMessages().length == count);
    }

    private void staysAt(int count) {
        Awaitility.await()
                .during(QUIET)
                .atMost(QUIET.plusSeconds(5))
                .until(() -> server.getReceivedMessages().length == count);
    }

    private MimeMessage mailTo(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
