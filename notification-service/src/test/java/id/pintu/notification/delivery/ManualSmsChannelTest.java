package id.pintu.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.ComplaintEventFixture;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NoticeType;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.EmbeddedMongo;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualSmsChannelTest {

    private static final EmbeddedMongo MONGO = new EmbeddedMongo();
    private static final ComplaintEventFixture EVENTS = ComplaintEventFixture.of("loop");
    private static final PendingNotice NOTICE = new PendingNotice(
            EVENTS.submitted(ContactChannel.SMS).id(),
            EVENTS.id(),
            EVENTS.id(),
            NoticeType.SUBMITTED,
            Map.of(),
            ComplaintEventFixture.START);

    private final ManualDeliveryOutbox outbox = new ManualDeliveryOutbox(MONGO.database());
    private final ManualSmsChannel channel = new ManualSmsChannel(outbox, NotificationServiceFixture.RENDERER);

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1708", "+1708", "3636", "TELKOMSEL", "(021) 5550001", "+62215550001", "000000"})
    void sendsNothingToAShortCodeANameOrALandline(String phone) {
        assertThat(channel.deliver(NOTICE, contact(phone))).isEqualTo(new Undeliverable("no-mobile-number"));
        assertThat(outbox.findByComplaint(EVENTS.id())).isEmpty();
    }

    @Test
    void sendsToAMobileNumberInWhateverFormItWasKept() {
        assertThat(channel.deliver(NOTICE, contact("0811-0000-001"))).isEqualTo(new AwaitingManualDelivery());
        assertThat(outbox.findByComplaint(EVENTS.id()).getFirst().to()).isEqualTo("+628110000001");
        outbox.remove(NOTICE.about());
    }

    private static ReporterContact contact(String phone) {
        return new ReporterContact(Optional.empty(), Optional.empty(), Optional.of(phone));
    }
}
