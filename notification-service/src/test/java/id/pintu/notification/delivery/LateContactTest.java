package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pintu.events.ContactChannel;
import id.pintu.events.EmailConfirmation;
import id.pintu.events.NotificationEvent.ReporterNotified;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.NoticeState;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.EmbeddedMongo;
import id.pintu.processing.SnapshotStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of notices to a reporter who gave a contact, or another one, after the report. */
class LateContactTest {

    private static final Duration QUIET = Duration.ofMillis(300);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<NoticeType> mailed = new CopyOnWriteArrayList<>();
    private volatile boolean mailServerDown;
    private final NotificationServiceFixture service =
            new NotificationServiceFixture(mongo, ledger, new NotificationChannel() {
                @Override
                public ContactChannel kind() {
                    return ContactChannel.EMAIL;
                }

                @Override
                public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
                    if (contact.email().isEmpty() || !EmailConfirmationPolicy.permits(notice, contact)) {
                        return DeliveryResult.Undeliverable.NO_ADDRESS;
                    }
                    if (mailServerDown) {
                        throw new IllegalStateException("down");
                    }
                    mailed.add(notice.type());
                    return new Delivered();
                }
            });
    private final ComplaintEventFixture siti = ComplaintEventFixture.of("siti");

    @BeforeEach
    void start() {
        ledger.deliverTo(service.processor);
        service.start();
    }

    @AfterEach
    void close() {
        service.close();
        mongo.close();
    }

    @Test
    void aTelephoneGivenLaterGetsTheLatestNoticeAndAllThatFollow() {
        ledger.append(siti.submitted(ContactChannel.NONE), siti.routed());
        await().during(QUIET)
                .untilAsserted(() -> assertThat(ledger.published(siti.id())).isEmpty());

        service.putPhone(siti.id(), "+628110000001");
        contactChanged();
        awaitMessages(1);
        assertThat(service.outbox.list(ContactChannel.SMS, "", 10))
                .extracting(message -> message.id())
                .containsExactly(siti.routed().id());
        service.manualDelivery.markDelivered(siti.routed().id());
        ledger.append(siti.asked(), siti.resolved());

        awaitMessages(2);
        assertThat(service.outbox.list(ContactChannel.SMS, "", 10))
                .extracting(message -> message.id())
                .containsExactly(siti.asked().id(), siti.resolved().id());
    }

    @Test
    void anAddressGivenLaterIsAskedToBeConfirmedOnceAndThenGetsTheNotices() {
        service.now = ComplaintEventFixture.START.plus(Duration.ofDays(20)); // after the wait for a confirmation
        ledger.append(siti.submitted(ContactChannel.NONE), siti.routed());
        await().during(QUIET).untilAsserted(() -> assertThat(mailed).isEmpty()); // only the latest notice waits
        service.contacts.putAll(Map.of(siti.id(), unconfirmed("siti@example.id")));
        contactChanged();
        await().untilAsserted(() -> assertThat(mailed).containsExactly(NoticeType.CONFIRM_ADDRESS));
        ledger.append(siti.asked());
        contactChanged();
        await().during(QUIET).untilAsserted(() -> assertThat(mailed).hasSize(1));

        confirm("siti@example.id");
        contactChanged();
        await().untilAsserted(() -> assertThat(mailed) // the next event would replace it: only the latest notice waits
                .containsExactly(NoticeType.CONFIRM_ADDRESS, NoticeType.CLARIFICATION_ASKED));
        ledger.append(siti.resolved());

        await().untilAsserted(() -> assertThat(mailed)
                .containsExactly(NoticeType.CONFIRM_ADDRESS, NoticeType.CLARIFICATION_ASKED, NoticeType.RESOLVED));
        await().untilAsserted(() ->
                assertThat(ledger.published(siti.id())).hasSize(2).hasOnlyElementsOfType(ReporterNotified.class));
    }

    @Test
    void anOutageOfTheMailServerDoesNotHoldUpWhatGoesByTelephoneMeanwhile() {
        mailServerDown = true;
        service.putUnconfirmed(siti.id(), "siti@example.id", "+628110000001");
        ledger.append(siti.submitted(ContactChannel.NONE), siti.routed());

        awaitMessages(1);
        mailServerDown = false;
        service.manualDelivery.markDelivered(siti.routed().id());
        ledger.append(siti.asked());

        await().untilAsserted(() -> assertThat(mailed).containsExactly(NoticeType.CONFIRM_ADDRESS));
        awaitMessages(1);
    }

    @Test
    void theReceiptIsTheRequestForAnAddressGivenWithTheReport() {
        service.contacts.putAll(Map.of(siti.id(), unconfirmed("siti@example.id")));
        ledger.append(siti.submitted(ContactChannel.EMAIL), siti.routed());
        await().untilAsserted(() -> assertThat(mailed).containsExactly(NoticeType.SUBMITTED));
        contactChanged();
        await().during(QUIET).untilAsserted(() -> assertThat(mailed).hasSize(1));

        service.contacts.putAll(Map.of(siti.id(), unconfirmed("other@example.id")));
        contactChanged();
        await().untilAsserted(
                        () -> assertThat(mailed).containsExactly(NoticeType.SUBMITTED, NoticeType.CONFIRM_ADDRESS));
    }

    @Test
    void aTelephoneReplacedByAConfirmedAddressGetsNothingMore() {
        service.putPhone(siti.id(), "+628110000001");
        ledger.append(siti.submitted(ContactChannel.SMS));
        awaitMessages(1);

        service.putEmail(siti.id(), "siti@example.id");
        ledger.append(siti.routed());

        await().untilAsserted(() -> assertThat(mailed).containsExactly(NoticeType.ROUTED));
        awaitMessages(1);
        assertThat(service.problems.list(Optional.empty(), Optional.empty(), "", 10))
                .as("nothing was refused")
                .isEmpty();
    }

    private void awaitMessages(int count) {
        await().untilAsserted(() ->
                assertThat(service.outbox.list(ContactChannel.SMS, "", 10)).hasSize(count));
    }

    /** As the consumer of contacts does. */
    private void contactChanged() {
        new SnapshotStore<>(mongo.database(), NoticeState.class)
                .find(siti.id())
                .ifPresent(state -> service.dispatcher.dispatch(siti.id(), state));
    }

    private void confirm(String email) {
        String proof = NotificationServiceFixture.CODES
                .proofIn(NotificationServiceFixture.CODES.codeFor(siti.id(), email), siti.id())
                .orElseThrow();
        service.contacts.putConfirmation(siti.id(), Optional.of(new EmailConfirmation(proof)));
    }

    private static ReporterContact unconfirmed(String email) {
        return new ReporterContact(Optional.empty(), Optional.of(email), Optional.empty(), Optional.of(false));
    }
}
