package id.pintu.notification.courier;

import id.pintu.events.ComplaintId;
import id.pintu.notification.mongo.Outbox;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import java.util.UUID;

/** What becomes of messages that wait for a person. */
public final class HandDelivery {

    private final Outbox outbox;
    private final Receipts receipts;

    public HandDelivery(Outbox outbox, Receipts receipts) {
        this.outbox = outbox;
        this.receipts = receipts;
    }

    /** Somebody delivered it; false when no such message waits. */
    public boolean delivered(UUID about) {
        return settle(about, new Taken());
    }

    /**
     * Somebody tried in vain; false when no such message waits.
     *
     * @param reason kebab-case, no personal data
     */
    public boolean failed(UUID about, String reason) {
        return settle(about, new Refused(reason));
    }

    /** The contact was erased: no message may keep it. */
    public void erased(ComplaintId id) {
        outbox.of(id).forEach(message -> settle(message, Refused.NO_ADDRESS));
    }

    private boolean settle(UUID about, Delivery delivery) {
        return outbox.find(about)
                .map(message -> {
                    settle(message, delivery);
                    return true;
                })
                .orElse(false);
    }

    private void settle(Outbox.Message message, Delivery delivery) {
        receipts.settle(message.complaintId(), message.id(), message.channel(), delivery);
        outbox.remove(message.id());
    }
}
