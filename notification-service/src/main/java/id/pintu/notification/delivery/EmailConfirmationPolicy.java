package id.pintu.notification.delivery;

import id.pintu.events.ReporterContact;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.support.contacts.TelephoneNumber;
import java.time.Duration;
import java.time.Instant;

/**
 * Policy of e-mail addresses that nobody has confirmed: only the receipt or the request to confirm it goes there, which
 * hold the link. Other notices go to the mobile telephone, if there is one, or wait two weeks for the confirmation.
 */
public final class EmailConfirmationPolicy {

    private static final Duration PATIENCE = Duration.ofDays(14);

    private EmailConfirmationPolicy() {}

    /** Whether this notice may be sent to the e-mail address. A contact from before confirmations counts as confirmed. */
    public static boolean permits(PendingNotice notice, ReporterContact contact) {
        return notice.type().asksToConfirmAddress() || isConfirmed(contact);
    }

    private static boolean isConfirmed(ReporterContact contact) {
        return contact.emailConfirmed().orElse(true);
    }

    /** Whether this notice is to wait for the confirmation. */
    static boolean mustWait(PendingNotice notice, ReporterContact contact, Instant now) {
        boolean hasMobile = contact.phone()
                .flatMap(TelephoneNumber::parse)
                .filter(TelephoneNumber::receivesSms)
                .isPresent();
        return contact.email().isPresent()
                && !permits(notice, contact)
                && !hasMobile
                && now.isBefore(notice.at().plus(PATIENCE));
    }
}
