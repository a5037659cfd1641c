package id.pintu.notification.delivery;

import id.pintu.events.NotificationEvent;

/** The courier's mouth. */
@FunctionalInterface
public interface NotificationEventPublisher {

    /**
     * Returns when the ledger has it, for good. Saying an event twice is harmless.
     *
     * @throws RuntimeException when the ledger cannot take it now
     */
    void publish(NotificationEvent event);
}
