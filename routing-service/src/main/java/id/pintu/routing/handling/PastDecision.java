package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import java.time.Instant;
import java.util.Optional;

/**
 * Decision about who is responsible that an account made earlier about a complaint.
 *
 * @param what wire name of the event that tells it, such as {@code complaint-returned}
 * @param account opaque id of the account
 * @param role that it acted by, such as {@code liaison-officer@D.33.74}
 */
public record PastDecision(String what, Instant at, String account, String role) {

    /** The decision that an event tells; empty when no account made it. */
    static Optional<PastDecision> of(ComplaintEvent event) {
        return event.by()
                .map(actor ->
                        new PastDecision(EventJsonCodec.wireName(event), event.at(), actor.account(), actor.role()));
    }
}
