package id.pintu.routing.learning;

import id.pintu.routing.text.TokenizedText;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Feature hasher of reports: words, word pairs, character n-grams of three to five letters, and the title's words once
 * more as features of their own. A feature is a hash below {@link #FEATURE_SPACE} with evenly spread bits; collisions
 * are ignored.
 */
final class TextFeatureHasher {

    static final int FEATURE_SPACE = 1 << 22;

    private static final int MIN_NGRAM = 3;
    private static final int MAX_NGRAM = 5;
    private static final int MAX_WORDS = 400;

    private static final long WORD = 0x9E3779B97F4A7C15L;
    private static final long TITLE = 0xC2B2AE3D27D4EB4FL;
    private static final long PAIR = 0x165667B19E3779F9L;
    private static final long NGRAM = 0x27D4EB2F165667C5L;

    private static final long CONCEPT = 0x94D049BB133111EBL;

    private final FeatureCounts counts = new FeatureCounts();
    private final IntPredicate accepted;

    private TextFeatureHasher(IntPredicate accepted) {
        this.accepted = accepted;
    }

    /**
     * @param concepts further features, one word each
     * @param accepted filter of the features to count
     */
    static FeatureCounts of(TokenizedText title, TokenizedText text, List<String> concepts, IntPredicate accepted) {
        TextFeatureHasher hasher = new TextFeatureHasher(accepted);
        hasher.addWords(title, TITLE);
        hasher.addWords(title, WORD);
        hasher.addWords(text, WORD);
        hasher.addNgrams(title);
        hasher.addNgrams(text);
        hasher.add(TITLE, title.isAllCapitals() ? 1 : 0);
        hasher.add(TITLE, title.size() == 0 ? 2 : 3);
        hasher.add(TITLE, 10 + Math.min(8, 31 - Integer.numberOfLeadingZeros(text.size() + 1)));
        hasher.add(WORD, text.isAllCapitals() ? 1 : 0);
        concepts.forEach(concept -> hasher.add(CONCEPT, hash(concept, 0, concept.length())));
        return hasher.counts;
    }

    private void addWords(TokenizedText words, long kind) {
        long previous = 0;
        for (int i = 0; i < Math.min(words.size(), MAX_WORDS); i++) {
            long word = hash(words.get(i), 0, words.get(i).length());
            add(kind, word);
            if (i > 0) {
                add(kind ^ PAIR, previous * 31 + word);
            }
            previous = word;
        }
    }

    private void addNgrams(TokenizedText words) {
        for (int i = 0; i < Math.min(words.size(), MAX_WORDS); i++) {
            String word = ' ' + words.get(i) + ' ';
            for (int from = 0; from < word.length(); from++) {
                long hash = 0;
                for (int to = from; to < Math.min(word.length(), from + MAX_NGRAM); to++) {
                    hash = hash * 0x100000001B3L + word.charAt(to) + 1;
                    if (to - from + 1 >= MIN_NGRAM) {
                        add(NGRAM, hash);
                    }
                }
            }
        }
    }

    private static long hash(String word, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 0x100000001B3L + word.charAt(i) + 1;
        }
        return hash;
    }

    private void add(long kind, long hash) {
        long mixed = (hash ^ kind) * 0xD6E8FEB86659FD93L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        int feature = (int) (mixed >>> 40) & (FEATURE_SPACE - 1);
        if (accepted.test(feature)) {
            counts.increment(feature);
        }
    }
}
