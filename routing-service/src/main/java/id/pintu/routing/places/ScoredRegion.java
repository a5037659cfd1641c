package id.pintu.routing.places;

import id.pintu.routing.registry.Region;
import java.util.List;

/**
 * Region a report can be about, with its score.
 *
 * @param score weight of the evidence: 1 is one plain mention of its full name
 * @param evidence names found in the text, the chosen code, or {@code GPS}
 */
public record ScoredRegion(Region region, double score, List<String> evidence) {

    public ScoredRegion {
        evidence = List.copyOf(evidence);
    }
}
