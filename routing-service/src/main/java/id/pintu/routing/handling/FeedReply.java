package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.WireJsonMapper;
import java.time.Instant;
import java.util.UUID;

/**
 * Record of an agency feed: the reporter of a complaint that is with the institution answered its question, or added
 * something.
 *
 * @param id id of the complaint-replied event, so that a repeated record can be recognised
 * @param at when the reporter wrote it
 * @param institution the responsible institution
 */
public record FeedReply(UUID id, ComplaintId complaintId, Instant at, String institution, String text) {

    /** CloudEvents type, without the prefix. */
    public static final String WIRE_NAME = "reporter-reply";

    public static FeedReply of(ComplaintReplied replied, String institution) {
        return new FeedReply(replied.id(), replied.complaintId(), replied.at(), institution, replied.text());
    }

    public byte[] json() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }
}
