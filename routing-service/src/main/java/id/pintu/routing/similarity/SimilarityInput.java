package id.pintu.routing.similarity;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Optional;

/**
 * One report, as far as it can tell of the same thing as another.
 *
 * @param at when it came in
 * @param regionCode code of the region it is about, if that could be told
 */
public record SimilarityInput(ComplaintId id, Instant at, String text, Optional<String> regionCode) {

    /** Of two that tell of the same thing the earlier one is the first, whoever heard of them in which order. */
    boolean isBefore(SimilarityInput other) {
        int order = at.compareTo(other.at);
        return order < 0 || (order == 0 && id.compareTo(other.id) < 0);
    }
}
