package id.pintu.notification.delivery;

import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryProblemStore;
import id.pintu.notification.mongo.ManualDeliveryOutbox;
import id.pintu.notification.mongo.ManualDeliveryOutbox.ManualDeliveryMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Retention of notices that were not delivered: abandoned ones are forgotten, and messages that nobody sent by hand are given
 * up, so that their telephone number and text are not kept for ever.
 *
 * <p>It removes by {@code _id} in small steps. A TTL index would remove a message without its outcome in the ledger, and
 * the embedded document store has none.
 */
public final class UndeliveredNoticeRetention {

    private static final int STEP = 100;

    private final DeliveryProblemStore problems;
    private final ManualDeliveryOutbox outbox;
    private final ManualDeliveryService manualDelivery;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * @param retention time from the event a notice is about
     * @param clock of the events
     */
    public UndeliveredNoticeRetention(
            DeliveryProblemStore problems,
            ManualDeliveryOutbox outbox,
            ManualDeliveryService manualDelivery,
            Duration retention,
            InstantSource clock) {
        this.problems = problems;
        this.outbox = outbox;
        this.manualDelivery = manualDelivery;
        this.retention = retention;
        this.clock = clock;
    }

    /** Removes all that is older; may take a while after a long outage. */
    public void removeExpired() {
        Instant end = clock.instant().minus(retention);
        int removed = STEP;
        while (removed == STEP) {
            removed = problems.removeAbandonedBefore(end, STEP);
        }
        List<ManualDeliveryMessage> expired;
        do {
            expired = outbox.list(ContactChannel.SMS, "", STEP).stream()
                    .filter(message -> message.since().isBefore(end))
                    .toList();
            expired.forEach(message -> manualDelivery.markExpired(message.id()));
        } while (expired.size() == STEP);
    }
}
