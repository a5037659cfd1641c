package id.pintu.routing.places;

import id.pintu.routing.registry.Region;
import java.util.List;

/**
 * A region a report can be about.
 *
 * @param score how strongly it is meant: 1 is one plain mention of its full name
 * @param words what told
 */
public record Located(Region region, double score, List<String> words) {

    public Located {
        words = List.copyOf(words);
    }
}
