package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ContactChannel;
import id.pintu.events.NotificationEvent.NotificationAbandoned;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mongo.DeliveryProblem;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.mongo.ManualDeliveryOutbox.ManualDeliveryMessage;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.processing.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndeliveredNoticeRetentionTest {

    private static final Instant NOW = ComplaintEventFixture.START.plus(Duration.ofDays(90));
    private static final Instant OLD = ComplaintEventFixture.START.minusMillis(1);
    private static final ComplaintEventFixture SITI = ComplaintEventFixture.of("siti");

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final NotificationServiceFixture service =
            new NotificationServiceFixture(mongo, ledger, NotificationServiceFixture.emailChannel(Delivered::new));
    private final UndeliveredNoticeRetention retention = new UndeliveredNoticeRetention(
            service.problems, service.outbox, service.manualDelivery, Duration.ofDays(90), () -> NOW);

    @AfterEach
    void close() {
        service.close();
        mongo.close();
    }

    @Test
    void removesAbandonedNoticesAfterTheirTimeHoweverMany() {
        IntStream.range(0, 250).forEach(i -> putProblem(i, DeliveryProblemState.ABANDONED, OLD));
        putProblem(300, DeliveryProblemState.ABANDONED, ComplaintEventFixture.START);
        putProblem(301, DeliveryProblemState.STUCK, OLD);

        retention.removeExpired();

        assertThat(service.problems.list(Optional.empty(), Optional.empty(), "", 500))
                .extracting(DeliveryProblem::id)
                .containsExactlyInAnyOrder(about(300), about(301));
    }

    @Test
    void givesUpMessagesThatNobodySentAndForgetsTheirTelephone() {
        IntStream.range(0, 250).forEach(i -> putMessage(i, OLD));
        putMessage(300, ComplaintEventFixture.START);

        retention.removeExpired();

        assertThat(service.outbox.list(ContactChannel.SMS, "", 500))
                .extracting(ManualDeliveryMessage::id)
                .containsExactly(about(300));
        assertThat(ledger.published(SITI.id()))
                .hasSize(250)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                NotificationAbandoned.class,
                                abandoned -> assertThat(abandoned.reason()).isEqualTo("not-sent-in-time")));
    }

    private void putProblem(int number, DeliveryProblemState state, Instant since) {
        service.problems.put(new DeliveryProblem(
                about(number),
                SITI.id(),
                ContactChannel.EMAIL,
                state,
                since,
                "smtp-550",
                1,
                since,
                Optional.empty(),
                Optional.empty()));
    }

    private void putMessage(int number, Instant since) {
        service.outbox.put(new ManualDeliveryMessage(
                about(number), SITI.id(), ContactChannel.SMS, Optional.empty(), "+628110000001", "Laporan …", since));
    }

    private static UUID about(int number) {
        return new UUID(0, number);
    }
}
