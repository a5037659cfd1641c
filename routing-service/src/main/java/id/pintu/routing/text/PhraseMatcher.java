package id.pintu.routing.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trie-based matcher that finds known phrases in a text in one pass: whole words, in any case.
 *
 * @param <T> meaning of a phrase; one phrase may have several
 */
public final class PhraseMatcher<T> {

    /**
     * Occurrence of a phrase in a text.
     *
     * @param from index of its first word
     * @param length number of words
     */
    public record PhraseMatch<T>(int from, int length, Set<T> meanings) {}

    private static final class PhraseTrieNode<T> {
        private final Map<String, PhraseTrieNode<T>> next = new HashMap<>(2);
        private final Set<T> meanings = new LinkedHashSet<>(2);
    }

    private static final int FIRST_WORDS = 16_000;

    private final PhraseTrieNode<T> root = new PhraseTrieNode<>();

    private final WordBloomFilter firstWords = new WordBloomFilter(FIRST_WORDS);

    public void add(String phrase, T meaning) {
        PhraseTrieNode<T> node = root;
        for (String word : TokenizedText.of(phrase).asList()) {
            if (node == root) {
                firstWords.put(word.hashCode());
            }
            node = node.next.computeIfAbsent(word, key -> new PhraseTrieNode<>());
        }
        if (node != root) {
            node.meanings.add(meaning);
        }
    }

    /** Meanings of exactly this phrase; empty if it is unknown. */
    public Set<T> meaningsOf(String phrase) {
        PhraseTrieNode<T> node = root;
        for (String word : TokenizedText.of(phrase).asList()) {
            PhraseTrieNode<T> next = node.next.get(word);
            if (next == null) {
                return Set.of();
            }
            node = next;
        }
        return node.meanings;
    }

    /** All phrases in the text in order, the longest at each position, without overlaps. */
    public List<PhraseMatch<T>> findIn(TokenizedText words) {
        List<PhraseMatch<T>> found = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            PhraseMatch<T> longest = longestAt(words, from);
            if (longest == null) {
                from++;
            } else {
                found.add(longest);
                from += longest.length();
            }
        }
        return found;
    }

    private @Nullable PhraseMatch<T> longestAt(TokenizedText words, int from) {
        if (!firstWords.mightContain(words.get(from).hashCode())) {
            return null;
        }
        PhraseMatch<T> longest = null;
        PhraseTrieNode<T> node = root.next.get(words.get(from));
        for (int at = from + 1; node != null; at++) {
            if (!node.meanings.isEmpty()) {
                longest = new PhraseMatch<>(from, at - from, node.meanings);
            }
            node = at < words.size() ? node.next.get(words.get(at)) : null;
        }
        return longest;
    }
}
