package id.pintu.routing.book;

import id.pintu.routing.book.Query.All;
import id.pintu.routing.book.Query.Any;
import id.pintu.routing.book.Query.Anything;
import id.pintu.routing.book.Query.Boosted;
import id.pintu.routing.book.Query.Not;
import id.pintu.routing.book.Query.Phrase;
import id.pintu.routing.book.Query.Prefix;
import id.pintu.routing.book.Query.Word;
import java.util.ArrayList;
import java.util.List;

/** Asks one query of one text, and notes which words answered. */
final class Matching {

    private final TextIndex text;
    private final List<String> words = new ArrayList<>();
    private double weight;

    Matching(TextIndex text) {
        this.text = text;
    }

    List<String> words() {
        return words;
    }

    double weight() {
        return weight;
    }

    boolean matches(Query query) {
        return matches(query, 1);
    }

    private boolean matches(Query query, double boost) {
        return switch (query) {
            case Word word -> text.has(word.word()) && note(word.word(), boost);
            case Prefix prefix -> begins(prefix.prefix(), boost);
            case Phrase phrase -> stands(phrase) && note(String.join(" ", phrase.words()), boost);
            case Boosted boosted -> matches(boosted.query(), boost * boosted.boost());
            case All all -> all(all.queries(), boost);
            case Any any -> {
                // All of them, not the first only: each adds to the weight.
                boolean found = false;
                for (Query each : any.queries()) {
                    found |= matches(each, boost);
                }
                yield found;
            }
            case Not not -> !new Matching(text).matches(not.query());
            case Anything anything -> true;
        };
    }

    /** What answered of a query that fails as a whole counts for nothing. */
    private boolean all(List<Query> queries, double boost) {
        int wordsBefore = words.size();
        double weightBefore = weight;
        for (Query each : queries) {
            if (!matches(each, boost)) {
                words.subList(wordsBefore, words.size()).clear();
                weight = weightBefore;
                return false;
            }
        }
        return true;
    }

    private boolean note(String found, double boost) {
        words.add(found);
        weight += found.length() * boost;
        return true;
    }

    private boolean begins(String prefix, double boost) {
        for (String word : text.words()) {
            if (word.startsWith(prefix)) {
                // Only what stands in the book is told, never what stands in the report.
                return note(prefix + '*', boost);
            }
        }
        return false;
    }

    private boolean stands(Phrase phrase) {
        for (int place : text.placesOf(phrase.words().getFirst())) {
            if (standsFrom(place, phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsFrom(int first, Phrase phrase) {
        int last = first;
        for (String word : phrase.words().subList(1, phrase.words().size())) {
            int next = -1;
            for (int place : text.placesOf(word)) {
                if (place > last) {
                    next = place;
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
