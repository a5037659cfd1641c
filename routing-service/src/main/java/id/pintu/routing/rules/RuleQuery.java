package id.pintu.routing.rules;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Syntax tree of a rule's query: the subset of Lucene's query language that can be matched against one text. */
sealed interface RuleQuery {

    /** Whole word. */
    record Word(String word) implements RuleQuery {}

    /** Any word with this prefix. */
    record Prefix(String prefix) implements RuleQuery {}

    /**
     * Words in this order.
     *
     * @param slop number of other words allowed between them in total
     */
    record Phrase(List<String> words, int slop) implements RuleQuery {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    /** Query whose matches weigh more by a factor. */
    record Boosted(RuleQuery query, double boost) implements RuleQuery {}

    record All(List<RuleQuery> queries) implements RuleQuery {
        public All {
            queries = List.copyOf(queries);
        }
    }

    record Any(List<RuleQuery> queries) implements RuleQuery {
        public Any {
            queries = List.copyOf(queries);
        }
    }

    record Not(RuleQuery query) implements RuleQuery {}

    /** Matches any text, including the empty one. */
    record Anything() implements RuleQuery {}

    /**
     * Index terms: words, or prefixes followed by {@code *}, of which a matching text contains at least one; empty if a
     * text can match without any particular word.
     */
    default Optional<Set<String>> anchors() {
        return switch (this) {
            case Word word -> Optional.of(Set.of(word.word()));
            case Prefix prefix -> Optional.of(Set.of(prefix.prefix() + "*"));
            case Phrase phrase ->
                phrase.words().stream()
                        .max(Comparator.comparingInt(String::length))
                        .map(Set::of);
            case Boosted boosted -> boosted.query().anchors();
            case All all ->
                all.queries().stream()
                        .map(RuleQuery::anchors)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingInt(Set::size));
            case Any any -> union(any.queries());
            case Not not -> Optional.empty();
            case Anything anything -> Optional.empty();
        };
    }

    private static Optional<Set<String>> union(List<RuleQuery> queries) {
        Set<String> union = new TreeSet<>();
        for (RuleQuery query : queries) {
            Optional<Set<String>> anchors = query.anchors();
            if (anchors.isEmpty()) {
                return Optional.empty();
            }
            union.addAll(anchors.get());
        }
        return Optional.of(union);
    }

    /**
     * Whether every text that matches the other query matches this one, as far as their structure shows; may miss
     * cases.
     */
    default boolean covers(RuleQuery other) {
        if (equals(other) || this instanceof Anything) {
            return true;
        }
        if (other instanceof Any any) {
            return any.queries().stream().allMatch(this::covers);
        }
        if (other instanceof Boosted boosted) {
            return covers(boosted.query());
        }
        return switch (this) {
            case Boosted boosted -> boosted.query().covers(other);
            case Any any -> any.queries().stream().anyMatch(each -> each.covers(other));
            case All all -> all.queries().stream().allMatch(each -> each.covers(other));
            case Not not -> false;
            case Anything anything -> true;
            case Word leaf -> leafCovers(other);
            case Prefix leaf -> leafCovers(other);
            case Phrase leaf -> leafCovers(other);
        };
    }

    private boolean leafCovers(RuleQuery other) {
        if (other instanceof All all) {
            return all.queries().stream().anyMatch(this::covers);
        }
        return switch (this) {
            case Word word -> other instanceof Phrase phrase && phrase.words().contains(word.word());
            case Prefix prefix ->
                (other instanceof Word word && word.word().startsWith(prefix.prefix()))
                        || (other instanceof Prefix longer && longer.prefix().startsWith(prefix.prefix()));
            case Phrase phrase ->
                other instanceof Phrase narrower
                        && narrower.words().equals(phrase.words())
                        && narrower.slop() <= phrase.slop();
            default -> false;
        };
    }

    /** The words, prefixes and phrases that can add weight to a match. */
    default Set<RuleQuery> leaves() {
        return switch (this) {
            case Boosted boosted -> Set.of(boosted);
            case All all -> leaves(all.queries());
            case Any any -> leaves(any.queries());
            case Not not -> Set.of();
            case Anything anything -> Set.of();
            case Word leaf -> Set.of(leaf);
            case Prefix leaf -> Set.of(leaf);
            case Phrase leaf -> Set.of(leaf);
        };
    }

    private static Set<RuleQuery> leaves(List<RuleQuery> queries) {
        Set<RuleQuery> leaves = new LinkedHashSet<>();
        queries.forEach(each -> leaves.addAll(each.leaves()));
        return leaves;
    }
}
