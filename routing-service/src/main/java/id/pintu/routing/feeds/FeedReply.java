package id.pintu.routing.feeds;

import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.WireJsonMapper;
import id.pintu.routing.handling.HandlingState;
import java.time.Instant;
import java.util.UUID;

/**
 * Record of an agency feed: the reporter of a complaint that is with the institution answered its question, or added
 * something.
 *
 * @param id id of the complaint-replied event, so that a repeated record can be recognised
 * @param at when the reporter wrote it
 * @param institution the responsible institution
 * @param complaint the complaint after it
 */
public record FeedReply(
        UUID id, ComplaintId complaintId, Instant at, String institution, String text, FeedComplaint complaint) {

    /** CloudEvents type, without the prefix. */
    public static final String WIRE_NAME = "reporter-reply";

    public static FeedReply of(ComplaintReplied replied, String institution, HandlingState state) {
        return new FeedReply(
                replied.id(),
                replied.complaintId(),
                replied.at(),
                institution,
                replied.text(),
                FeedComplaint.of(replied.complaintId(), state));
    }

    public byte[] json() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }
}
