package id.pintu.routing.repeats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a text is made of: hashes, below {@link #BOUND}, of its words, alone and three in a row. */
record Shingles(int[] words, int[] triples) {

    static final int BOUND = 1 << 24;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int ROW = 3;

    static Shingles of(String text) {
        String[] words = Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        int[] alone =
                sorted(Arrays.stream(words).filter(word -> word.length() >= ROW).mapToInt(String::hashCode));
        int[] rows = words.length < ROW
                ? sorted(IntStream.of(String.join(" ", words).hashCode()))
                : sorted(IntStream.rangeClosed(0, words.length - ROW)
                        .map(i -> (words[i] + " " + words[i + 1] + " " + words[i + 2]).hashCode()));
        return new Shingles(alone, rows);
    }

    private static int[] sorted(IntStream hashes) {
        return hashes.map(hash -> Math.floorMod(hash, BOUND))
                .sorted()
                .distinct()
                .toArray();
    }

    Set<Integer> tripleSet() {
        return Arrays.stream(triples).boxed().collect(Collectors.toSet());
    }

    /** Jaccard: what both have, of what either has; 0 to 1. */
    static double likeness(int[] one, int[] other) {
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
