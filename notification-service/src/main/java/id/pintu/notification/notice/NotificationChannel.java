package id.pintu.notification.notice;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;

/** Channel that delivers notices to reporters, such as e-mail or SMS. */
public interface NotificationChannel {

    ContactChannel kind();

    /**
     * Delivers one notice; may block for some seconds. It must not retry: the delivery worker does.
     *
     * @throws RuntimeException when the provider is not available: the notice stays pending and is retried
     */
    DeliveryResult deliver(PendingNotice notice, ReporterContact contact);

    /**
     * Names the cause of a temporary failure for operators: at most 60 characters, never a message, because that may
     * contain an address.
     */
    default String causeOf(RuntimeException failure) {
        return DeliveryFailureCause.of(failure);
    }
}
