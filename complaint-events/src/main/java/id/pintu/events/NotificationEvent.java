package id.pintu.events;

import java.util.UUID;

/** Whether the reporter heard. Said by notification-service; never the address. */
public sealed interface NotificationEvent extends ComplaintEvent {

    /** The event the reporter was to hear of. */
    UUID about();

    /** The reporter's channel took the message. */
    record ReporterNotified(EventMetadata stamp, UUID about, ContactChannel channel) implements NotificationEvent {}

    /** The message cannot be delivered, for good. */
    record NotificationAbandoned(EventMetadata stamp, UUID about, ContactChannel channel, String reason)
            implements NotificationEvent {}
}
