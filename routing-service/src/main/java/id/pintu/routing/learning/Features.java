package id.pintu.routing.learning;

import id.pintu.routing.text.Words;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a text model sees of a report: single words and pairs, pieces of three to five letters, and the title's words
 * once more by themselves. Each becomes a number between 0 and {@link #SPACE}; two that meet there are one.
 */
final class Features {

    static final int SPACE = 1 << 22;

    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int MOST_WORDS = 400;

    private static final long WORD = 0x9E3779B97F4A7C15L;
    private static final long TITLE = 0xC2B2AE3D27D4EB4FL;
    private static final long PAIR = 0x165667B19E3779F9L;
    private static final long PIECE = 0x27D4EB2F165667C5L;

    private static final long CONCEPT = 0x94D049BB133111EBL;

    private final Bag bag = new Bag();
    private final IntPredicate worth;

    private Features(IntPredicate worth) {
        this.worth = worth;
    }

    /**
     * @param concepts what else is known of the report, each in one word
     * @param worth whether a feature is to be counted at all
     */
    static Bag of(Words title, Words text, List<String> concepts, IntPredicate worth) {
        Features features = new Features(worth);
        features.addWords(title, TITLE);
        features.addWords(title, WORD);
        features.addWords(text, WORD);
        features.addPieces(title);
        features.addPieces(text);
        features.add(TITLE, title.shouted() ? 1 : 0);
        features.add(TITLE, title.size() == 0 ? 2 : 3);
        features.add(TITLE, 10 + Math.min(8, 31 - Integer.numberOfLeadingZeros(text.size() + 1)));
        features.add(WORD, text.shouted() ? 1 : 0);
        concepts.forEach(concept -> features.add(CONCEPT, hash(concept, 0, concept.length())));
        return features.bag;
    }

    private void addWords(Words words, long kind) {
        long before = 0;
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            long word = hash(words.get(i), 0, words.get(i).length());
            add(kind, word);
            if (i > 0) {
                add(kind ^ PAIR, before * 31 + word);
            }
            before = word;
        }
    }

    private void addPieces(Words words) {
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            String word = ' ' + words.get(i) + ' ';
            for (int from = 0; from < word.length(); from++) {
                long hash = 0;
                for (int to = from; to < Math.min(word.length(), from + LONGEST_PIECE); to++) {
                    hash = hash * 0x100000001B3L + word.charAt(to) + 1;
                    if (to - from + 1 >= SHORTEST_PIECE) {
                        add(PIECE, hash);
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
        int number = (int) (mixed >>> 40) & (SPACE - 1);
        if (worth.test(number)) {
            bag.put(number);
        }
    }
}
