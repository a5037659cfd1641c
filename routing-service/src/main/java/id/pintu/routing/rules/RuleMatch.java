package id.pintu.routing.rules;

import java.util.List;

/**
 * A rule that holds for a report.
 *
 * @param words what of the text it matched
 * @param weight the letters of those words, each with its boost: more and longer words tell more
 */
public record RuleMatch(RoutingRule rule, List<String> words, double weight) {

    public RuleMatch {
        words = List.copyOf(words);
    }
}
