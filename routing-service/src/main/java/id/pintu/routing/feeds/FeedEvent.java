package id.pintu.routing.feeds;

import com.fasterxml.jackson.annotation.JsonRawValue;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.WireJsonMapper;
import id.pintu.routing.handling.HandlingState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Record of an agency feed about an event of a complaint that is with the institution, or has just left it: whatever is neither
 * an assignment nor a reply. Its CloudEvents type is that of the event.
 *
 * @param id id of the event, so that a repeated record can be recognised
 * @param institution whose feed it is in
 * @param event the event in JSON, as the ledger has it
 * @param complaint the complaint after it
 */
public record FeedEvent(
        UUID id,
        ComplaintId complaintId,
        Instant at,
        String institution,
        @JsonRawValue String event,
        FeedComplaint complaint) {

    public static FeedEvent of(ComplaintEvent event, String institution, HandlingState state) {
        return new FeedEvent(
                event.id(),
                event.complaintId(),
                event.at(),
                institution,
                new String(EventJsonCodec.write(event), StandardCharsets.UTF_8),
                FeedComplaint.of(event.complaintId(), state));
    }

    public byte[] json() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }
}
