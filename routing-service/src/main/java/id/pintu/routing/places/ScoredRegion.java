package id.pintu.routing.places;

import id.pintu.routing.registry.Region;
import java.util.List;

/**
 * A region a report can be about.
 *
 * @param score how strongly it is meant: 1 is one plain mention of its full name
 * @param evidence what told
 */
public record ScoredRegion(Region region, double score, List<String> evidence) {

    public ScoredRegion {
        evidence = List.copyOf(evidence);
    }
}
