package id.pintu.routing.similarity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shingles of a text: sorted distinct hashes, below {@link #HASH_BOUND}, of its words and word trigrams. */
record TextShingles(int[] wordHashes, int[] trigramHashes) {

    static final int HASH_BOUND = 1 << 24;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int TRIGRAM_LENGTH = 3;

    static TextShingles of(String text) {
        String[] words = Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        int[] wordHashes = sorted(Arrays.stream(words)
                .filter(word -> word.length() >= TRIGRAM_LENGTH)
                .mapToInt(String::hashCode));
        int[] trigramHashes = words.length < TRIGRAM_LENGTH
                ? sorted(IntStream.of(String.join(" ", words).hashCode()))
                : sorted(IntStream.rangeClosed(0, words.length - TRIGRAM_LENGTH)
                        .map(i -> (words[i] + " " + words[i + 1] + " " + words[i + 2]).hashCode()));
        return new TextShingles(wordHashes, trigramHashes);
    }

    private static int[] sorted(IntStream hashes) {
        return hashes.map(hash -> Math.floorMod(hash, HASH_BOUND))
                .sorted()
                .distinct()
                .toArray();
    }

    Set<Integer> trigramHashSet() {
        return Arrays.stream(trigramHashes).boxed().collect(Collectors.toSet());
    }

    /** Jaccard similarity of two sorted sets: size of the intersection by that of the union, 0 to 1. */
    static double jaccardSimilarity(int[] one, int[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        int either = one.length + other.length - common;
        return either == 0 ? 0 : (double) common / either;
    }
}
