package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ContactChannel;
import id.pintu.events.EventMetadata;
import id.pintu.events.NotificationEvent;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.ReporterContact;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mail.EmailChannel;
import id.pintu.notification.mail.MailSenderFixture;
import id.pintu.notification.mail.StubSmtpServer;
import id.pintu.notification.mongo.DeliveryLeaseStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.NoticeDecider;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.EmbeddedMongo;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uses an SMTP server, an embedded MongoDB and the event processor; only the broker is an {@link InMemoryLedger}. */
class DeliveryWorkerTest {

    private static final Duration QUIET = Duration.ofMillis(300);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final int port = freePort();
    private final GreenMail server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
    private final List<NotificationServiceFixture> services = new ArrayList<>();

    @AfterEach
    void close() {
        services.forEach(NotificationServiceFixture::close);
        server.stop();
        mongo.close();
    }

    @Test
    void deliversEachNoticeOnceAndInOrder() {
        server.start();
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        service.putEmail(siti.id(), "siti@example.id");
        ComplaintEvent[] events = {
            siti.submitted(ContactChannel.EMAIL),
            siti.routed(),
            siti.asked(),
            siti.resolved(),
            siti.closed(ClosureReason.RATED)
        };

        ledger.append(events);
        awaitPublished(siti, events.length);

        assertThat(subjects())
                .extracting(subject -> subject.replaceAll(".* / ", ""))
                .containsExactly(
                        "Report received",
                        "Report sent to the institution",
                        "A question for you",
                        "Answer to your report",
                        "Report closed");
        assertThat(ledger.published(siti.id()))
                .containsExactlyElementsOf(
                        Stream.of(events).map(DeliveryWorkerTest::notified).toList());
    }

    @Test
    void deliversOnceWhenSeveralInstancesAreTriggeredRepeatedly() {
        server.start();
        List<NotificationServiceFixture> two =
                List.of(newService().start(), newService().start());
        List<ComplaintEventFixture> all = IntStream.range(0, 30)
                .mapToObj(i -> ComplaintEventFixture.of("reporter " + i))
                .toList();
        all.forEach(events -> two.getFirst().putEmail(events.id(), "r@example.id"));

        all.parallelStream().forEach(events -> {
            ledger.append(events.submitted(ContactChannel.EMAIL), events.routed());
            NoticeState open = new NoticeDecider().evolve(NoticeState.NONE, events.submitted(ContactChannel.EMAIL));
            IntStream.range(0, 10).forEach(i -> two.get(i % 2).dispatcher.dispatch(events.id(), open));
        });

        all.forEach(events -> awaitPublished(events, 2));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(60));
        assertThat(messageIds()).doesNotHaveDuplicates();
        all.forEach(events -> assertThat(ledger.published(events.id())).hasSize(2));
    }

    @Test
    void anOutageDelaysNoticesWithoutLosingAny() {
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        ComplaintEventFixture budi = ComplaintEventFixture.of("budi");
        service.putEmail(siti.id(), "siti@example.id");
        service.putPhone(budi.id(), "+628110000001");

        ledger.append(siti.submitted(ContactChannel.EMAIL), siti.routed());
        ledger.append(budi.submitted(ContactChannel.SMS), budi.routed());

        // The outage of the SMTP server does not delay SMS.
        await().untilAsserted(() ->
                assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(2));
        assertThat(ledger.published(siti.id())).isEmpty();

        server.start();
        awaitPublished(siti, 2);
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(2));
    }

    @Test
    void aLaterNoticeWaitsForAnEarlierOne() {
        List<NoticeType> delivered = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger(3);
        NotificationServiceFixture service = newService(new NotificationChannel() {
                    @Override
                    public ContactChannel kind() {
                        return ContactChannel.EMAIL;
                    }

                    @Override
                    public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
                        if (notice.type() == NoticeType.SUBMITTED && failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("not now");
                        }
                        delivered.add(notice.type());
                        return new Delivered();
                    }
                })
                .start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        service.putEmail(siti.id(), "siti@example.id");

        ledger.append(siti.submitted(ContactChannel.EMAIL), siti.routed());
        awaitPublished(siti, 2);

        assertThat(delivered).containsExactly(NoticeType.SUBMITTED, NoticeType.ROUTED);
    }

    @Test
    void aBrokerOutageDelaysTheEventWithoutASecondDelivery() {
        server.start();
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        service.putEmail(siti.id(), "siti@example.id");
        ledger.down(true);

        ledger.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(1));
        assertThat(ledger.published(siti.id())).isEmpty();

        ledger.down(false);
        awaitPublished(siti, 1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void waitsForAContactConsumedAfterTheReport() {
        server.start();
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");

        ledger.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(ledger.published(siti.id())).isEmpty());

        service.putEmail(siti.id(), "siti@example.id");
        awaitPublished(siti, 1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void abandonsANoticeToARefusedAddressWithoutRevealingIt() throws Exception {
        try (StubSmtpServer refusing = new StubSmtpServer(Map.of("RCPT", "550 5.1.1 <siti@example.id> unknown"))) {
            NotificationServiceFixture service =
                    newService(emailChannel(refusing.port())).start();
            ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
            service.putEmail(siti.id(), "siti@example.id");
            ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);

            ledger.append(submitted);
            awaitPublished(siti, 1);

            assertThat(ledger.published(siti.id())).containsExactly(abandoned(submitted, "smtp-550"));
        }
    }

    @Test
    void abandonsANoticeToAnErasedContact() {
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        service.putEmail(siti.id(), "siti@example.id");
        ledger.append(submitted);

        service.contacts.putAll(Map.of(siti.id(), ReporterContact.NONE));
        awaitPublished(siti, 1);

        assertThat(ledger.published(siti.id())).containsExactly(abandoned(submitted, "no-address"));
    }

    @Test
    void takesOverFromAWorkerKilledWhileSendingOnceItsLeaseExpires() {
        server.start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        NotificationServiceFixture killed = newService(); // consumed the event and acquired the lease, then died
        killed.putEmail(siti.id(), "siti@example.id");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        ledger.append(submitted, siti.routed());
        new DeliveryLeaseStore(
                        mongo.database(),
                        NotificationServiceFixture.LEASE,
                        InstantSource.fixed(ComplaintEventFixture.START))
                .acquire(submitted.id());

        Instant[] now = {ComplaintEventFixture.START.plus(NotificationServiceFixture.LEASE)};
        NotificationServiceFixture successor =
                new NotificationServiceFixture(mongo, ledger, emailChannel(port), () -> now[0]);
        services.add(successor);
        successor.start();
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).isEmpty());

        now[0] = now[0].plusMillis(1);
        await().untilAsserted(() -> assertThat(server.getReceivedMessages()).hasSize(2));
    }

    @Test
    void publishesForAWorkerKilledAfterSendingWithoutSendingAgain() {
        server.start();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        NotificationServiceFixture killed = newService();
        killed.putEmail(siti.id(), "siti@example.id");
        ComplaintEvent submitted = siti.submitted(ContactChannel.EMAIL);
        ledger.append(submitted);
        new DeliveryLeaseStore(mongo.database(), NotificationServiceFixture.LEASE, InstantSource.fixed(Instant.EPOCH))
                .recordResult(submitted.id(), DeliveryOutcome.of(ContactChannel.EMAIL, new Delivered()));

        newService().start();
        awaitPublished(siti, 1);
        assertThat(ledger.published(siti.id())).containsExactly(notified(submitted));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingBeforeTheDispatcherStarts() {
        server.start();
        NotificationServiceFixture service = newService();
        ComplaintEventFixture siti = ComplaintEventFixture.of("siti");
        service.putEmail(siti.id(), "siti@example.id");
        ledger.append(siti.submitted(ContactChannel.EMAIL));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(server.getReceivedMessages()).isEmpty());

        service.start();
        awaitPublished(siti, 1);
    }

    @Test
    void anOperatorRecordsTheResultsOfManualDelivery() {
        NotificationServiceFixture service = newService().start();
        ComplaintEventFixture budi = ComplaintEventFixture.of("budi");
        service.putPhone(budi.id(), "+628110000001");
        ComplaintEvent submitted = budi.submitted(ContactChannel.SMS);
        ComplaintEvent routed = budi.routed();
        ledger.append(submitted, routed);
        await().untilAsserted(() ->
                assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(2));
        ManualDeliveryOutbox.ManualDeliveryMessage first =
                service.outbox.list(ContactChannel.SMS, "", 1).getFirst();
        assertThat(first.id()).isEqualTo(submitted.id());
        assertThat(first.to()).isEqualTo("+628110000001");
        assertThat(first.text()).contains(budi.id().value());

        assertThat(service.manualDelivery.markDelivered(submitted.id())).isTrue();
        assertThat(service.manualDelivery.markFailed(routed.id(), "number-not-in-use"))
                .isTrue();
        assertThat(service.manualDelivery.markDelivered(submitted.id())).isFalse();

        assertThat(ledger.published(budi.id()))
                .containsExactly(
                        new ReporterNotified(
                                EventMetadata.causedBy(submitted, ReporterNotified.class, ComplaintEventFixture.START),
                                submitted.id(),
                                ContactChannel.SMS),
                        new NotificationAbandoned(
                                EventMetadata.causedBy(
                                        routed, NotificationAbandoned.class, ComplaintEventFixture.START),
                                routed.id(),
                                ContactChannel.SMS,
                                "number-not-in-use"));
        await().during(QUIET)
                .untilAsserted(() -> assertThat(service.outbox.list(ContactChannel.SMS, "", 10))
                        .isEmpty());
    }

    private NotificationServiceFixture newService() {
        return newService(emailChannel(port));
    }

    private NotificationServiceFixture newService(NotificationChannel emailChannel) {
        NotificationServiceFixture service = new NotificationServiceFixture(mongo, ledger, emailChannel);
        services.add(service);
        ledger.deliverTo(service.processor);
        return service;
    }

    private static EmailChannel emailChannel(int port) {
        return new EmailChannel(
                MailSenderFixture.forPort(port), NotificationServiceFixture.RENDERER, "noreply@lapor.example");
    }

    private void awaitPublished(ComplaintEventFixture events, int times) {
        await().untilAsserted(() -> assertThat(ledger.published(events.id())).hasSize(times));
    }

    private List<String> subjects() {
        return received(MimeMessage::getSubject);
    }

    private List<String> messageIds() {
        return received(MimeMessage::getMessageID);
    }

    private List<String> received(MimeHeaderReader header) {
        return Arrays.stream(server.getReceivedMessages()).map(header::of).toList();
    }

    private interface MimeHeaderReader {
        String read(MimeMessage message) throws MessagingException;

        default String of(MimeMessage message) {
            try {
                return read(message);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static NotificationEvent notified(ComplaintEvent event) {
        return new ReporterNotified(
                EventMetadata.causedBy(event, ReporterNotified.class, ComplaintEventFixture.START),
                event.id(),
                ContactChannel.EMAIL);
    }

    private static NotificationEvent abandoned(ComplaintEvent event, String reason) {
        return new NotificationAbandoned(
                EventMetadata.causedBy(event, NotificationAbandoned.class, ComplaintEventFixture.START),
                event.id(),
                ContactChannel.EMAIL,
                reason);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
