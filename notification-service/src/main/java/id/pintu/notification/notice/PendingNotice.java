package id.pintu.notification.notice;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Word of one step, owed to one reporter.
 *
 * @param about id of the event to tell of; the notice's own identity, everywhere
 * @param contactComplaintId the number the reporter was given and left a contact under; another one where this is a part
 * @param type which words
 * @param facts what the words speak of, such as {@code institution} or {@code answer}; only those that are known
 * @param at when the step was taken
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

    /** Facts may quote what people wrote: a log line gets none of them. */
    @Override
    public String toString() {
        return "Notice[" + about + ", " + complaintId + ", " + type + "]";
    }
}
