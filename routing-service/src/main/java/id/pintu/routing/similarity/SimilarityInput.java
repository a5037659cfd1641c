package id.pintu.routing.similarity;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Optional;

/**
 * Input of similarity detection: the properties of one report that are compared.
 *
 * @param at time of submission
 * @param regionCode code of the region it is about, if known
 */
public record SimilarityInput(ComplaintId id, Instant at, String text, Optional<String> regionCode) {

    /** Order of submission, by id for equal times; it does not depend on the order of processing. */
    boolean isBefore(SimilarityInput other) {
        int order = at.compareTo(other.at);
        return order < 0 || (order == 0 && id.compareTo(other.id) < 0);
    }
}
