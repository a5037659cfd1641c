package id.pintu.notification.mongo;

import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.notice.PendingNotice;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that is not delivered, or was abandoned, and why; without anything personal.
 *
 * @param id of the event the notice is about
 * @param since time of that event
 * @param cause such as {@code ConnectException} or {@code smtp-550}; at most 60 characters
 * @param attempts failed attempts so far
 * @param firstFailure when the first attempt failed
 * @param nextAttempt when the next one is due; empty for an abandoned notice
 * @param fallback the reporter's other channel, which took the notice over
 */
public record DeliveryProblem(
        UUID id,
        ComplaintId complaintId,
        ContactChannel channel,
        DeliveryProblemState state,
        Instant since,
        String cause,
        int attempts,
        Instant firstFailure,
        Optional<Instant> nextAttempt,
        Optional<ContactChannel> fallback) {

    /** State of a notice that is not delivered. */
    public enum DeliveryProblemState {
        /** Failed, and will be tried again. */
        RETRYING,
        /** Has failed for so long that somebody should look; will be tried again. */
        STUCK,
        /** Can never be delivered by this channel. */
        ABANDONED
    }

    /** Sort and paging key: by the time of the event, then by its id. */
    public String sortKey() {
        return sortKey(since, id);
    }

    static String sortKey(PendingNotice notice) {
        return sortKey(notice.at(), notice.about());
    }

    /** No sort key of an event at or after this time is smaller, and none before it is larger. */
    static String firstSortKeyAt(Instant time) {
        return sortKey(time, new UUID(0, 0));
    }

    private static String sortKey(Instant since, UUID id) {
        return "%015d-%s".formatted(since.toEpochMilli(), id);
    }
}
