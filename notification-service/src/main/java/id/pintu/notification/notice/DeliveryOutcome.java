package id.pintu.notification.notice;

import id.pintu.events.ContactChannel;
import java.util.Optional;

/**
 * Outcome of the delivery of one notice.
 *
 * @param channel the channel the result is of
 * @param insteadOf the reporter's first channel, if that refused the notice for good and this one took it over
 */
public record DeliveryOutcome(ContactChannel channel, DeliveryResult result, Optional<ContactChannel> insteadOf) {

    /** By the channel the notice was meant for. */
    public static DeliveryOutcome of(ContactChannel channel, DeliveryResult result) {
        return new DeliveryOutcome(channel, result, Optional.empty());
    }
}
