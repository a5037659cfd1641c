package id.pintu.notification.notice;

import id.pintu.events.ContactChannel;
import id.pintu.events.ReporterContact;

/** A way to a reporter. */
public interface NotificationChannel {

    ContactChannel kind();

    /**
     * Hands one notice over; it may block for some seconds.
     *
     * @throws RuntimeException when the provider cannot take anything now: the notice stays open and is tried again
     */
    DeliveryResult deliver(PendingNotice notice, ReporterContact contact);
}
