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
}
