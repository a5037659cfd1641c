package id.pintu.routing.rules;

import id.pintu.routing.rules.RuleQuery.All;
import id.pintu.routing.rules.RuleQuery.Any;
import id.pintu.routing.rules.RuleQuery.Anything;
import id.pintu.routing.rules.RuleQuery.Boosted;
import id.pintu.routing.rules.RuleQuery.Not;
import id.pintu.routing.rules.RuleQuery.Phrase;
import id.pintu.routing.rules.RuleQuery.Prefix;
import id.pintu.routing.rules.RuleQuery.Word;
import java.util.ArrayList;
import java.util.List;

/** Matcher of one query against one text, which records the matched words and their weight. Use once. */
final class QueryMatcher {

    private final WordPositionIndex text;
    private final List<String> matchedWords = new ArrayList<>();
    private double weight;

    QueryMatcher(WordPositionIndex text) {
        this.text = text;
    }

    List<String> matchedWords() {
        return matchedWords;
    }

    double weight() {
        return weight;
    }

    boolean matches(RuleQuery query) {
        return matches(query, 1);
    }

    private boolean matches(RuleQuery query, double boost) {
        return switch (query) {
            case Word word -> text.has(word.word()) && recordMatch(word.word(), boost);
            case Prefix prefix -> matchesPrefix(prefix.prefix(), boost);
            case Phrase phrase -> matchesPhrase(phrase) && recordMatch(String.join(" ", phrase.words()), boost);
            case Boosted boosted -> matches(boosted.query(), boost * boosted.boost());
            case All all -> matchesAll(all.queries(), boost);
            case Any any -> {
                // No short circuit: each alternative adds to the weight.
                boolean found = false;
                for (RuleQuery each : any.queries()) {
                    found |= matches(each, boost);
                }
                yield found;
            }
            case Not not -> !new QueryMatcher(text).matches(not.query());
            case Anything anything -> true;
        };
    }

    /** If one part fails, the matches of the parts before it are dropped. */
    private boolean matchesAll(List<RuleQuery> queries, double boost) {
        int wordsBefore = matchedWords.size();
        double weightBefore = weight;
        for (RuleQuery each : queries) {
            if (!matches(each, boost)) {
                matchedWords.subList(wordsBefore, matchedWords.size()).clear();
                weight = weightBefore;
                return false;
            }
        }
        return true;
    }

    private boolean recordMatch(String found, double boost) {
        matchedWords.add(found);
        weight += found.length() * boost;
        return true;
    }

    private boolean matchesPrefix(String prefix, double boost) {
        for (String word : text.words()) {
            if (word.startsWith(prefix)) {
                // Record the rule's prefix, not the report's word: matched words become part of the public reason.
                return recordMatch(prefix + '*', boost);
            }
        }
        return false;
    }

    private boolean matchesPhrase(Phrase phrase) {
        for (int position : text.positionsOf(phrase.words().getFirst())) {
            if (matchesPhraseAt(position, phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesPhraseAt(int first, Phrase phrase) {
        int last = first;
        for (String word : phrase.words().subList(1, phrase.words().size())) {
            int next = -1;
            for (int position : text.positionsOf(word)) {
                if (position > last) {
                    next = position;
                    break;
                }
            }
            if (next < 0) {
                return false;
            }
            last = next;
        }
        return last - first - (phrase.words().size() - 1) <= phrase.slop();
    }
}
