package id.pintu.routing.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds known phrases in a text: whole words in any case, in one pass.
 *
 * @param <T> what a phrase stands for; one phrase may stand for several things
 */
final class Phrases<T> {

    /**
     * A phrase that was found.
     *
     * @param words the phrase, folded
     * @param from index of its first word in the text
     */
    record Match<T>(String words, int from, int length, Set<T> meanings) {}

    private final Map<String, Set<T>> meanings = new HashMap<>();
    private int longest = 1;

    void add(String phrase, T meaning) {
        List<String> words = words(phrase);
        if (!words.isEmpty()) {
            meanings.computeIfAbsent(String.join(" ", words), key -> new LinkedHashSet<>())
                    .add(meaning);
            longest = Math.max(longest, words.size());
        }
    }

    /** What the phrase stands for by itself; empty when it is unknown. */
    Collection<T> meaningsOf(String phrase) {
        return meanings.getOrDefault(String.join(" ", words(phrase)), Set.of());
    }

    /** Every phrase in the text, the longest at each place, none inside another. */
    List<Match<T>> in(String text) {
        List<String> words = words(text);
        List<Match<T>> found = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int length = longestAt(words, from);
            if (length == 0) {
                from++;
            } else {
                String phrase = String.join(" ", words.subList(from, from + length));
                found.add(new Match<>(phrase, from, length, meanings.getOrDefault(phrase, Set.of())));
                from += length;
            }
        }
        return found;
    }

    /** The words of a text, without marks and case. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(plain.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private int longestAt(List<String> words, int from) {
        for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
            if (meanings.containsKey(String.join(" ", words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }
}
