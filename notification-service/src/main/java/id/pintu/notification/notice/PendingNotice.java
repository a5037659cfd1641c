package id.pintu.notification.notice;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Immutable notice of one event, to be delivered to one reporter.
 *
 * @param about id of the event; also identifies the notice, in leases, outbox and events
 * @param contactComplaintId the complaint id under which the contact is stored; another one if this complaint is a part
 * @param type selects the template
 * @param facts template variables, such as {@code institution} or {@code answer}; only those that are known
 * @param at time of the event
 */
public record PendingNotice(
        UUID about,
        ComplaintId complaintId,
        ComplaintId contactComplaintId,
        NoticeType type,
        Map<String, String> facts,
        Instant at) {

    public PendingNotice {
        facts = Map.copyOf(facts);
    }

    /** Omits the facts: they may quote what people wrote, which must not get into a log. */
    @Override
    public String toString() {
        return "PendingNotice[" + about + ", " + complaintId + ", " + type + "]";
    }
}
