package id.pintu.notification.courier;

import id.pintu.events.NotificationEvent;

/** The courier's mouth. */
@FunctionalInterface
public interface Ledger {

    /**
     * Returns when the ledger has it, for good. Saying an event twice is harmless.
     *
     * @throws RuntimeException when the ledger cannot take it now
     */
    void say(NotificationEvent event);
}
