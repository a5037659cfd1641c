package id.pintu.notification.delivery;

import id.pintu.events.ComplaintId;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import java.util.UUID;

/** Service that records the outcome of messages awaiting manual delivery and removes them from the outbox. */
public final class ManualDeliveryService {

    private final ManualDeliveryOutbox outbox;
    private final DeliveryRecorder recorder;

    public ManualDeliveryService(ManualDeliveryOutbox outbox, DeliveryRecorder recorder) {
        this.outbox = outbox;
        this.recorder = recorder;
    }

    /** Records that an operator delivered the message; false when the outbox has no such message. */
    public boolean markDelivered(UUID about) {
        return recordResult(about, new Delivered());
    }

    /**
     * Records that an operator could not deliver the message; false when the outbox has no such message.
     *
     * @param reason kebab-case, no personal data
     */
    public boolean markFailed(UUID about, String reason) {
        return recordResult(about, new Undeliverable(reason));
    }

    /** Abandons all messages of a complaint whose contact was erased: none may keep the address. */
    public void abandonAll(ComplaintId id) {
        outbox.findByComplaint(id).forEach(message -> recordResult(message, Undeliverable.NO_ADDRESS));
    }

    private boolean recordResult(UUID about, DeliveryResult result) {
        return outbox.find(about)
                .map(message -> {
                    recordResult(message, result);
                    return true;
                })
                .orElse(false);
    }

    private void recordResult(ManualDeliveryOutbox.ManualDeliveryMessage message, DeliveryResult result) {
        recorder.recordResult(
                message.complaintId(),
                message.id(),
                new DeliveryOutcome(message.channel(), result, message.insteadOf()));
        outbox.remove(message.id());
    }
}
