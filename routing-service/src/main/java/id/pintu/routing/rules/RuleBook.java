package id.pintu.routing.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Immutable, compiled version of the rule book, which finds the rules that match a report.
 *
 * <p>Rules are indexed by a word or prefix that a matching text must contain, and evaluated only for texts with one of
 * them, so that ten thousand rules cost little more than ten.
 */
public final class RuleBook {

    private static final int[] NONE = {};

    private final String version;
    private final List<RoutingRule> rules;
    private final List<RuleQuery> queries = new ArrayList<>();
    private final Map<String, int[]> byWord = new HashMap<>();
    private final Map<String, int[]> byPrefix = new HashMap<>();
    private final Set<Integer> prefixLengths = new TreeSet<>();
    private int[] alwaysCandidates = NONE;

    /**
     * @param version name of this edition in events
     * @throws InvalidRulesException if a rule is invalid, or is shadowed by another one
     */
    public RuleBook(String version, List<RoutingRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        queries.addAll(RuleBookValidator.validate(this.rules));
        for (int i = 0; i < queries.size(); i++) {
            index(i, queries.get(i));
        }
    }

    public String version() {
        return version;
    }

    public List<RoutingRule> rules() {
        return rules;
    }

    /** The rules that match, in the order of the rule book. */
    public List<RuleMatch> matches(RuleInput input) {
        WordPositionIndex text = new WordPositionIndex(input.words());
        List<RuleMatch> matches = new ArrayList<>();
        candidates(text).stream().forEach(i -> {
            RoutingRule rule = rules.get(i);
            QueryMatcher matcher = new QueryMatcher(text);
            if (input.satisfies(rule.condition()) && matcher.matches(queries.get(i))) {
                matches.add(new RuleMatch(rule, matcher.matchedWords(), matcher.weight()));
            }
        });
        return matches;
    }

    private BitSet candidates(WordPositionIndex text) {
        BitSet candidates = new BitSet(rules.size());
        mark(candidates, alwaysCandidates);
        for (String word : text.words()) {
            mark(candidates, byWord.getOrDefault(word, NONE));
            for (int length : prefixLengths) {
                if (length <= word.length()) {
                    mark(candidates, byPrefix.getOrDefault(word.substring(0, length), NONE));
                }
            }
        }
        return candidates;
    }

    private static void mark(BitSet candidates, int[] rules) {
        for (int rule : rules) {
            candidates.set(rule);
        }
    }

    private void index(int rule, RuleQuery query) {
        Collection<String> anchors = query.anchors().orElse(Set.of());
        if (anchors.isEmpty()) {
            alwaysCandidates = append(alwaysCandidates, rule);
        }
        for (String anchor : anchors) {
            if (anchor.endsWith("*")) {
                String prefix = anchor.substring(0, anchor.length() - 1);
                prefixLengths.add(prefix.length());
                byPrefix.merge(prefix, new int[] {rule}, (before, one) -> append(before, rule));
            } else {
                byWord.merge(anchor, new int[] {rule}, (before, one) -> append(before, rule));
            }
        }
    }

    private static int[] append(int[] before, int rule) {
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = rule;
        return after;
    }
}
