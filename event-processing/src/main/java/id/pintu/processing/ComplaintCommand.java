package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import java.time.Instant;
import java.util.UUID;

/**
 * Something a person asks a service to do with a complaint. It waits in the service's command topic, in one line with
 * the complaint's events, so that it is judged by what is true when its turn comes.
 */
public interface ComplaintCommand {

    /** Identity: a command sent twice has one id and is done once. */
    UUID id();

    ComplaintId complaintId();

    /** Of an event that answers it: the same event for the same command, however often it is judged. */
    default EventMetadata stamp(Class<? extends ComplaintEvent> type, Instant now) {
        return EventMetadata.of(complaintId(), id(), type, now);
    }
}
