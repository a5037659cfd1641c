package id.pintu.routing.rules;

import java.util.List;

/**
 * Match of a rule with a report.
 *
 * @param words words, phrases and prefixes of the rule that matched
 * @param weight number of their letters, each times its boost: more and longer words are stronger evidence
 */
public record RuleMatch(RoutingRule rule, List<String> words, double weight) {

    public RuleMatch {
        words = List.copyOf(words);
    }
}
