package id.pintu.events;

import java.util.Optional;
import java.util.UUID;

/** Event emitted by notification-service: the result of notifying the reporter. Never contains the address. */
public sealed interface NotificationEvent extends ComplaintEvent {

    /** Id of the event the reporter was to be notified of. */
    UUID about();

    /**
     * The reporter's channel accepted the message.
     *
     * @param insteadOf the reporter's first channel, if that refused the message for good
     */
    record ReporterNotified(EventMetadata stamp, UUID about, ContactChannel channel, Optional<ContactChannel> insteadOf)
            implements NotificationEvent {

        public ReporterNotified(EventMetadata stamp, UUID about, ContactChannel channel) {
            this(stamp, about, channel, Optional.empty());
        }
    }

    /**
     * The message cannot be delivered and will not be retried.
     *
     * @param reason kebab-case, such as {@code number-not-in-use}
     */
    record NotificationAbandoned(EventMetadata stamp, UUID about, ContactChannel channel, String reason)
            implements NotificationEvent {}
}
