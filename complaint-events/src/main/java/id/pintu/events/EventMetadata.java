package id.pintu.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What every event carries: which one it is, whose, when, and because of what.
 *
 * @param id derived from cause, type and sequence, never random: an event said twice has one id, and every fold can
 *     drop the repeat
 * @param complaintId the complaint it belongs to, and its key in the ledger
 * @param at when it happened, by the clock of the service that said it
 * @param cause id of the event or command that made it happen
 */
public record EventMetadata(UUID id, ComplaintId complaintId, Instant at, UUID cause) {

    /** The stamp of an event of this type said because of {@code cause}; sequence 0 unless several of a type follow. */
    public static EventMetadata of(
            ComplaintId complaintId, UUID cause, Class<? extends ComplaintEvent> type, int sequence, Instant at) {
        String name = cause + "/" + EventJsonCodec.wireName(type) + "/" + sequence;
        return new EventMetadata(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), complaintId, at, cause);
    }

    public static EventMetadata of(
            ComplaintId complaintId, UUID cause, Class<? extends ComplaintEvent> type, Instant at) {
        return of(complaintId, cause, type, 0, at);
    }

    /** The stamp of an event of this type that follows from another event of the same complaint. */
    public static EventMetadata causedBy(ComplaintEvent cause, Class<? extends ComplaintEvent> type, Instant at) {
        return of(cause.complaintId(), cause.id(), type, at);
    }
}
