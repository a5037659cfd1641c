package id.pintu.notification.institutions.delivery;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Mail to an institution that needs no further attempt, as the topic {@code institution-mails} has it.
 *
 * @param institution its code
 * @param kind digest or expired
 * @param recipient keyed hash of the address
 * @param events that it told of; none for a digest
 * @param outcome {@code delivered}, or the reason of a permanent refusal, such as {@code smtp-550}
 * @param at when that was known
 */
record SentMail(String institution, String kind, String recipient, Set<UUID> events, String outcome, Instant at) {

    SentMail {
        events = Set.copyOf(events);
    }
}
