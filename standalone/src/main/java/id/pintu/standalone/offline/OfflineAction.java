package id.pintu.standalone.offline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Act that an officer did without a network, as a line of the file {@code actions.jsonl}. Pushed again it is the same act.
 *
 * @param id its idempotency key
 * @param complaint tracking number
 * @param name of the act, as the last part of its address: {@code resolve}, {@code ask}, …
 * @param body of the request
 * @param at when the officer did it
 * @param outcome of pushing it; absent before
 */
record OfflineAction(
        UUID id, String complaint, String name, Map<String, String> body, Instant at, Optional<ActionOutcome> outcome) {

    /**
     * Outcome of an act that was pushed.
     *
     * @param done whether it was carried out, now or when it was pushed before
     * @param detail why not; empty when it was
     */
    record ActionOutcome(boolean done, String detail) {}

    OfflineAction with(ActionOutcome found) {
        return new OfflineAction(id, complaint, name, body, at, Optional.of(found));
    }
}
