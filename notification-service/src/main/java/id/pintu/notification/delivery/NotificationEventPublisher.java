package id.pintu.notification.delivery;

import id.pintu.events.NotificationEvent;

/** Publisher of notification events to the ledger. */
@FunctionalInterface
public interface NotificationEventPublisher {

    /**
     * Publishes an event; returns when the broker has acknowledged it. Publishing an event twice is harmless.
     *
     * @throws RuntimeException when the broker does not take it now
     */
    void publish(NotificationEvent event);
}
