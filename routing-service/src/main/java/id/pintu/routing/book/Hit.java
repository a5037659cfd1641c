package id.pintu.routing.book;

import java.util.List;

/**
 * A rule that holds for a report.
 *
 * @param words what of the text it matched
 * @param weight the letters of those words, each with its boost: more and longer words tell more
 */
public record Hit(Rule rule, List<String> words, double weight) {

    public Hit {
        words = List.copyOf(words);
    }
}
