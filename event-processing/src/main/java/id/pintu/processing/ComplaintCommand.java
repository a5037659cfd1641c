package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import java.time.Instant;
import java.util.UUID;

/**
 * Command of a person to a service about one complaint. It is queued in the service's command topic, in the partition
 * that the same consumer reads with the complaint's events, and decided by the state at the time it is processed.
 */
public interface ComplaintCommand {

    /** Identity: a command sent twice has one id and is processed once. */
    UUID id();

    ComplaintId complaintId();

    /** Metadata of an event caused by this command; the event id is derived, so deciding again yields the same event. */
    default EventMetadata stamp(Class<? extends ComplaintEvent> type, Instant now) {
        return EventMetadata.of(complaintId(), id(), type, now);
    }
}
