package id.pintu.routing.http;

import id.pintu.routing.pending.PendingAct;
import java.time.Instant;
import java.util.UUID;

/**
 * Act that waits, as the officers of its institution see it.
 *
 * @param command id of the command, by which it can be undone
 * @param name such as {@code assign-unit}
 * @param executesAt until when
 * @param account opaque id of the account that acts
 */
record WaitingActView(UUID command, String name, Instant executesAt, String account) {

    static WaitingActView of(PendingAct act) {
        return new WaitingActView(
                act.command(), act.name(), act.executesAt(), act.by().account());
    }
}
