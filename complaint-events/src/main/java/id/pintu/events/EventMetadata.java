package id.pintu.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Metadata common to all events.
 *
 * @param id derived from cause, type and sequence, never random: an event that is emitted again after a retry has the
 *     same id, so consumers can drop the duplicate
 * @param complaintId the complaint it belongs to; key of its record in the ledger
 * @param at time of the event, by the clock of the emitting service
 * @param cause id of the event or command that caused it
 * @param by who sent the command that it carries out; absent for reporters, and for what services do of themselves
 */
public record EventMetadata(UUID id, ComplaintId complaintId, Instant at, UUID cause, Optional<EventActor> by) {

    /** Metadata of an event that no account caused. */
    public EventMetadata(UUID id, ComplaintId complaintId, Instant at, UUID cause) {
        this(id, complaintId, at, cause, Optional.empty());
    }

    /** The same with who caused it. */
    EventMetadata withActor(EventActor actor) {
        return new EventMetadata(id, complaintId, at, cause, Optional.of(actor));
    }

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
