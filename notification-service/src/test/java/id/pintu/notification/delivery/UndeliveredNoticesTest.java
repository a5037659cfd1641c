package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mail.EmailChannel;
import id.pintu.notification.mail.MailSenderFixture;
import id.pintu.notification.mail.StubSmtpServer;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.EmbeddedMongo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests of what operators see of notices that are not delivered, and of the fallback to the other channel. */
@ExtendWith(OutputCaptureExtension.class)
class UndeliveredNoticesTest {

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final ComplaintEventFixture siti = ComplaintEventFixture.of("siti");

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void aRefusedMailGoesToTheKnownTelephoneOnceAndSaysSo() throws Exception {
        try (StubSmtpServer refusing = new StubSmtpServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"));
                NotificationServiceFixture service = service(mailBy(refusing), Duration.ofMinutes(15))) {
            service.putEmailAndPhone(siti.id(), "siti@example.id", "+628110000001");
            ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
            ledger.append(submitted);

            await().untilAsserted(() -> assertThat(service.outbox.list(ContactChannel.SMS, "", 10))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.to()).isEqualTo("+628110000001");
                        assertThat(message.insteadOf()).contains(ContactChannel.EMAIL);
                    }));
            assertThat(only(service)).satisfies(problem -> {
                assertThat(problem.state()).isEqualTo(DeliveryProblemState.ABANDONED);
                assertThat(problem.cause()).isEqualTo("smtp-550");
                assertThat(problem.fallback()).contains(ContactChannel.SMS);
            });

            service.manualDelivery.markDelivered(submitted.id());
            assertThat(ledger.published(siti.id()))
                    .containsExactly(new ReporterNotified(
                            EventMetadata.causedBy(submitted, ReporterNotified.class, ComplaintEventFixture.START),
                            submitted.id(),
                            ContactChannel.SMS,
                            Optional.of(ContactChannel.EMAIL)));
        }
    }

    @Test
    void whatTheOtherChannelCannotDeliverEitherIsAbandoned() throws Exception {
        try (StubSmtpServer refusing = new StubSmtpServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"));
                NotificationServiceFixture service = service(mailBy(refusing), Duration.ofMinutes(15))) {
            service.putEmailAndPhone(siti.id(), "siti@example.id", "+628110000001");
            ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
            ledger.append(submitted);
            await().untilAsserted(() ->
                    assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(1));

            service.manualDelivery.markFailed(submitted.id(), "number-not-in-use");

            assertThat(ledger.published(siti.id()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            NotificationAbandoned.class,
                            event -> assertThat(event.reason()).isEqualTo("number-not-in-use"));
        }
    }

    @Test
    void whatCouldNotBeSentByHandGoesToTheAddressThatIsKnownByThen() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        try (NotificationServiceFixture service = service(channel(down, attempts), Duration.ofMinutes(15))) {
            ComplaintEvent submitted = awaitManualDelivery(service);
            service.putEmailAndPhone(siti.id(), "siti@example.id", "+628110000001");

            assertThat(service.manualDelivery.markFailed(submitted.id(), "number-not-in-use"))
                    .isTrue();

            assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).isEmpty();
            await().untilAsserted(() -> assertThat(attempts).hasValueGreaterThan(1));
            assertThat(ledger.published(siti.id()))
                    .as("the outage is waited out")
                    .isEmpty();
            down.set(false);
            await().untilAsserted(() -> assertThat(ledger.published(siti.id()))
                    .containsExactly(new ReporterNotified(
                            EventMetadata.causedBy(submitted, ReporterNotified.class, ComplaintEventFixture.START),
                            submitted.id(),
                            ContactChannel.EMAIL,
                            Optional.of(ContactChannel.SMS))));
            await().untilAsserted(() -> assertThat(only(service)).satisfies(problem -> {
                assertThat(problem.channel()).isEqualTo(ContactChannel.SMS);
                assertThat(problem.state()).isEqualTo(DeliveryProblemState.ABANDONED);
                assertThat(problem.cause()).isEqualTo("number-not-in-use");
                assertThat(problem.fallback()).contains(ContactChannel.EMAIL);
            }));
        }
    }

    @Test
    void whatNeitherTheTelephoneNorTheAddressTakesIsAbandonedForTheFirstReason() throws Exception {
        try (StubSmtpServer refusing = new StubSmtpServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"));
                NotificationServiceFixture service = service(mailBy(refusing), Duration.ofMinutes(15))) {
            ComplaintEvent submitted = awaitManualDelivery(service);
            service.putEmailAndPhone(siti.id(), "siti@example.id", "+628110000001");

            service.manualDelivery.markFailed(submitted.id(), "number-not-in-use");

            await().untilAsserted(() -> assertThat(ledger.published(siti.id()))
                    .singleElement()
                    .isInstanceOfSatisfying(NotificationAbandoned.class, event -> {
                        assertThat(event.channel()).isEqualTo(ContactChannel.SMS);
                        assertThat(event.reason()).isEqualTo("number-not-in-use");
                    }));
        }
    }

    @Test
    void whatCouldNotBeSentByHandGoesToNoAddressThatNobodyConfirmed() {
        AtomicInteger attempts = new AtomicInteger();
        try (NotificationServiceFixture service =
                service(channel(new AtomicBoolean(false), attempts), Duration.ofMinutes(15))) {
            service.putPhone(siti.id(), "+628110000001");
            ComplaintEvent routed = siti.routed();
            ledger.append(siti.submitted(ContactChannel.SMS), routed);
            await().untilAsserted(() ->
                    assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(2));
            service.putUnconfirmed(siti.id(), "siti@example.id", "+628110000001");

            service.manualDelivery.markFailed(routed.id(), "number-not-in-use");

            assertThat(ledger.published(siti.id()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            NotificationAbandoned.class,
                            event -> assertThat(event.reason()).isEqualTo("number-not-in-use"));
            assertThat(attempts).hasValue(0);
        }
    }

    private ComplaintEvent awaitManualDelivery(NotificationServiceFixture service) {
        service.putPhone(siti.id(), "+628110000001");
        ComplaintEvent submitted = siti.submitted(ContactChannel.SMS);
        ledger.append(submitted);
        await().untilAsserted(() ->
                assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(1));
        return submitted;
    }

    @Test
    void aRefusalWithoutAnotherChannelIsListedAsAbandoned() throws Exception {
        try (StubSmtpServer refusing = new StubSmtpServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"));
                NotificationServiceFixture service = service(mailBy(refusing), Duration.ofMinutes(15))) {
            service.putEmail(siti.id(), "siti@example.id");
            ledger.append(siti.submitted(ContactChannel.EMAIL));

            await().untilAsserted(() -> assertThat(only(service).state()).isEqualTo(DeliveryProblemState.ABANDONED));
            assertThat(only(service).cause()).isEqualTo("smtp-550");
            assertThat(only(service).nextAttempt()).isEmpty();
            assertThat(ledger.published(siti.id())).hasSize(1);
        }
    }

    @Test
    void aTemporaryRefusalIsListedWithItsCodeAndNextAttemptAndLoggedWithoutTheAddress(CapturedOutput output)
            throws Exception {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("id.pintu.notification", LogLevel.WARN);
        try (StubSmtpServer busy = new StubSmtpServer(Map.of("RCPT", "451 4.3.2 siti@example.id later"));
                NotificationServiceFixture service = service(mailBy(busy), Duration.ofMinutes(15))) {
            service.putEmail(siti.id(), "siti@example.id");
            ledger.append(siti.submitted(ContactChannel.EMAIL));

            await().untilAsserted(() -> assertThat(only(service).attempts()).isPositive());
            assertThat(only(service)).satisfies(problem -> {
                assertThat(problem.state()).isEqualTo(DeliveryProblemState.RETRYING);
                assertThat(problem.cause()).isEqualTo("smtp-451");
                assertThat(problem.nextAttempt()).isPresent();
                assertThat(problem.channel()).isEqualTo(ContactChannel.EMAIL);
            });
            await().untilAsserted(() -> assertThat(output.getAll()).contains("is RETRYING: smtp-451"));
            assertThat(output.getAll()).doesNotContain("siti@example.id", "later");
        }
    }

    @Test
    void anUnreachableServerIsListedByTheClassOfItsFailure() throws Exception {
        StubSmtpServer gone = new StubSmtpServer(Map.of());
        gone.close();
        try (NotificationServiceFixture service = service(mailBy(gone), Duration.ZERO)) {
            service.putEmail(siti.id(), "siti@example.id");
            ledger.append(siti.submitted(ContactChannel.EMAIL));

            await().untilAsserted(() -> assertThat(only(service).cause()).isEqualTo("ConnectException"));
            assertThat(only(service).state())
                    .as("fails for longer than zero seconds")
                    .isEqualTo(DeliveryProblemState.STUCK);
        }
    }

    @Test
    void aDeliveredNoticeIsListedNoMore() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        try (NotificationServiceFixture service = service(channel(down, new AtomicInteger()), Duration.ofMinutes(15))) {
            service.putEmail(siti.id(), "siti@example.id");
            ledger.append(siti.submitted(ContactChannel.EMAIL));
            await().untilAsserted(() -> assertThat(only(service).cause()).isEqualTo("IllegalStateException"));

            down.set(false);

            await().untilAsserted(() -> assertThat(all(service)).isEmpty());
            assertThat(ledger.published(siti.id())).hasSize(1);
        }
    }

    @Test
    void theOperatorTriesAgainBeforeTheNextAttemptIsDue() {
        AtomicBoolean down = new AtomicBoolean(true);
        DeliveryRetryPolicy patient = new DeliveryRetryPolicy(
                8, Duration.ofHours(1), Duration.ofHours(2), Duration.ofMinutes(15), Duration.ofHours(1));
        NotificationServiceFixture service = new NotificationServiceFixture(
                mongo, ledger, channel(down, new AtomicInteger()), InstantSource.system(), patient);
        ledger.deliverTo(service.processor);
        try (service) {
            service.start();
            service.putEmail(siti.id(), "siti@example.id");
            ledger.append(siti.submitted(ContactChannel.EMAIL));
            await().untilAsserted(() -> assertThat(all(service)).hasSize(1));
            down.set(false);

            await().untilAsserted(() -> {
                service.dispatcher.retryNow(siti.id(), ContactChannel.EMAIL);
                assertThat(ledger.published(siti.id())).hasSize(1);
            });
        }
    }

    private NotificationServiceFixture service(NotificationChannel email, Duration stuckAfter) {
        DeliveryRetryPolicy policy = new DeliveryRetryPolicy(
                8, Duration.ofMillis(10), Duration.ofMillis(200), stuckAfter, Duration.ofMillis(100));
        NotificationServiceFixture service =
                new NotificationServiceFixture(mongo, ledger, email, InstantSource.system(), policy);
        ledger.deliverTo(service.processor);
        return service.start();
    }

    private static NotificationChannel mailBy(StubSmtpServer server) {
        return new EmailChannel(
                MailSenderFixture.forPort(server.port()),
                NotificationServiceFixture.RENDERER,
                "SP4N-LAPOR! <noreply@lapor.go.id>");
    }

    private static NotificationChannel channel(AtomicBoolean down, AtomicInteger attempts) {
        return new NotificationChannel() {
            @Override
            public ContactChannel kind() {
                return ContactChannel.EMAIL;
            }

            @Override
            public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
                attempts.incrementAndGet();
                if (down.get()) {
                    throw new IllegalStateException("siti@example.id");
                }
                return new DeliveryResult.Delivered();
            }
        };
    }

    private static List<DeliveryProblem> all(NotificationServiceFixture service) {
        return service.problems.list(Optional.empty(), Optional.empty(), "", 10);
    }

    private static DeliveryProblem only(NotificationServiceFixture service) {
        List<DeliveryProblem> all = all(service);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
