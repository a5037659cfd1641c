package id.pintu.notification.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;
import id.pintu.notification.message.NoticeTextRenderer;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.mongo.ManualDeliveryOutbox.ManualDeliveryMessage;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import id.pintu.notification.notice.NotificationChannel;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.TelephoneNumber;
import java.util.Optional;

/**
 * SMS channel without a provider: puts messages into the outbox, from which an operator sends them by hand. Never to a
 * landline, and never to a short code such as our own 1708, whose answer would begin a loop.
 */
public final class ManualSmsChannel implements NotificationChannel {

    private final ManualDeliveryOutbox outbox;
    private final NoticeTextRenderer renderer;

    public ManualSmsChannel(ManualDeliveryOutbox outbox, NoticeTextRenderer renderer) {
        this.outbox = outbox;
        this.renderer = renderer;
    }

    @Override
    public ContactChannel kind() {
        return ContactChannel.SMS;
    }

    @Override
    public DeliveryResult deliver(PendingNotice notice, ReporterContact contact) {
        if (contact.phone().isEmpty()) {
            return Undeliverable.NO_ADDRESS;
        }
        return contact.phone()
                .flatMap(TelephoneNumber::parse)
                .filter(TelephoneNumber::receivesSms)
                .<DeliveryResult>map(phone -> addToOutbox(notice, contact, phone.value()))
                .orElse(new Undeliverable("no-mobile-number"));
    }

    private AwaitingManualDelivery addToOutbox(PendingNotice notice, ReporterContact contact, String phone) {
        outbox.put(new ManualDeliveryMessage(
                notice.about(),
                notice.complaintId(),
                kind(),
                Optional.of(contact.channel()).filter(first -> first != kind()),
                phone,
                renderer.renderSms(notice),
                notice.at()));
        return new AwaitingManualDelivery();
    }
}
