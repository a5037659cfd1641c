package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The features worth knowing, each with its row and its inverse document frequency. */
final class Vocabulary {

    /** Takes the value of one feature of a text. */
    interface Taker {
        void take(int row, float value);
    }

    private final int[] features;
    private final float[] idf;

    /** For each feature, its row plus one; found by open addressing, in a table mostly empty: most are asked in vain. */
    private final int[] slots;

    /**
     * @param features numbers, of which the lowest bits are evenly spread
     */
    private Vocabulary(int[] features, float[] idf) {
        this.features = features;
        this.idf = idf;
        this.slots = new int[Integer.highestOneBit(8 * features.length + 1)];
        for (int row = 0; row < features.length; row++) {
            slots[slot(features[row])] = row + 1;
        }
    }

    int size() {
        return features.length;
    }

    boolean knows(int feature) {
        return slots[slot(feature)] != 0;
    }

    private int slot(int feature) {
        int slot = feature & slots.length - 1;
        while (slots[slot] != 0 && features[slots[slot] - 1] != feature) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /**
     * @param rare those in fewer texts are left out
     */
    static Vocabulary of(List<Bag> texts, int rare) {
        int[] documents = new int[Features.SPACE];
        for (Bag features : texts) {
            for (int i = 0; i < features.size(); i++) {
                documents[features.number(i)]++;
            }
        }
        int[] known = IntStream.range(0, documents.length)
                .filter(feature -> documents[feature] >= rare)
                .toArray();
        float[] idf = new float[known.length];
        for (int row = 0; row < known.length; row++) {
            idf[row] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + documents[known[row]])));
        }
        return new Vocabulary(known, idf);
    }

    /**
     * Those alone that tell most.
     *
     * @param told how much each of them tells, rarity aside
     * @param count how many
     */
    Vocabulary strongest(double[] told, int count) {
        double[] strengths = IntStream.range(0, size())
                .mapToDouble(row -> told[row] * idf[row])
                .toArray();
        double weakest = Arrays.stream(strengths)
                .sorted()
                .skip(Math.max(0, size() - count))
                .findFirst()
                .orElse(0);
        int[] kept = IntStream.range(0, size())
                .filter(row -> strengths[row] >= weakest)
                .toArray();
        float[] rarities = new float[kept.length];
        for (int row = 0; row < kept.length; row++) {
            rarities[row] = idf[kept[row]];
        }
        return new Vocabulary(Arrays.stream(kept).map(row -> features[row]).toArray(), rarities);
    }

    /**
     * Gives every known feature with its weight, times and rarity.
     *
     * @return the sum of their squares
     */
    double forEach(Bag bag, Taker taker) {
        double squares = 0;
        for (int i = 0; i < bag.size(); i++) {
            int row = slots[slot(bag.number(i))] - 1;
            if (row >= 0) {
                int times = bag.times(i);
                float value = (times == 1 ? 1 : (float) (1 + Math.log(times))) * idf[row];
                squares += value * value;
                taker.take(row, value);
            }
        }
        return squares;
    }
}
