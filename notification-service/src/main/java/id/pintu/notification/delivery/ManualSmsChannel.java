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
import java.util.Optional;

/** SMS channel without a provider: puts messages into the outbox, from which an operator sends them by hand. */
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
        return contact.phone()
                .<DeliveryResult>map(phone -> addToOutbox(notice, contact, phone))
                .orElse(Undeliverable.NO_ADDRESS);
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
