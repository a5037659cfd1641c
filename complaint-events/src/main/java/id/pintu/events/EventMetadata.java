package id.pintu.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Metadata common to all events.
 *
 * @param id derived from cause, type and sequence, never random: an event that is emitted again after a retry has the
 *     same id, so consumers can drop the duplicate
 * @param complaintId the complaint it belongs to; key of its record in the ledger
 * @param at time of the event, by the clock of the emitting service
 * @param cause id of the event or command that caused it
 */
public record EventMetadata(UUID id, ComplaintId complaintId, Instant at, UUID cause) {

    /**
     * Metadata of an event of this type.
     *
     * @param sequence tells events of one type and cause apart; 0 for the only or first one
     */
    public static EventMetadata of(
            ComplaintId complaintId, UUID cause, Class<? extends ComplaintEvent> type, int sequence, Instant at) {
        String name = cause + "/" + EventJsonCodec.wireName(type) + "/" + sequence;
        return new EventMetadata(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), complaintId, at, cause);
    }

    public static EventMetadata of(
            ComplaintId complaintId, UUID cause, Class<? extends ComplaintEvent> type, Instant at) {
        return of(complaintId, cause, type, 0, at);
    }

    /** Metadata of an event of this type that is caused by another event of the same complaint. */
    public static EventMetadata causedBy(ComplaintEvent cause, Class<? extends ComplaintEvent> type, Instant at) {
        return of(cause.complaintId(), cause.id(), type, at);
    }
}
