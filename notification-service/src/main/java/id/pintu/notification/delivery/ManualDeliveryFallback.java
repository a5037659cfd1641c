package id.pintu.notification.delivery;

import id.pintu.notification.mongo.ManualDeliveryOutbox.ManualDeliveryMessage;

/** What takes over a message that could not be delivered by hand. */
@FunctionalInterface
public interface ManualDeliveryFallback {

    /**
     * @param reason why it could not be delivered: kebab-case, no personal data
     * @return false when nothing takes the message over, so that it is to be abandoned
     */
    boolean takeOver(ManualDeliveryMessage message, String reason);
}
