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
    private final ManualDeliveryFallback fallback;

    public ManualDeliveryService(
            ManualDeliveryOutbox outbox, DeliveryRecorder recorder, ManualDeliveryFallback fallback) {
        this.fallback = fallback;
        this.outbox = outbox;
        this.recorder = recorder;
    }

    /** Records that an operator delivered the message; false when the outbox has no such message. */
    public boolean markDelivered(UUID about) {
        return recordResult(about, new Delivered());
    }

    /**
     * Records that an operator could not deliver the message, so that it goes to the reporter's other channel, or is
     * abandoned; false when the outbox has no such message.
     *
     * @param reason kebab-case, no personal data
     */
    public boolean markFailed(UUID about, String reason) {
        return outbox.find(about)
                .map(message -> {
                    if (fallback.takeOver(message, reason)) {
                        outbox.remove(about);
                    } else {
                        recordResult(message, new Undeliverable(reason));
                    }
                    return true;
                })
                .orElse(false);
    }

    /** Abandons a message that nobody delivered in time. */
    void markExpired(UUID about) {
        recordResult(about, new Undeliverable("not-sent-in-time"));
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
