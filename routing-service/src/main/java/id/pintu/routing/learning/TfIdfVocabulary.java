package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The features worth knowing, each with its row and its inverse document frequency. */
final class TfIdfVocabulary {

    /** Takes the value of one feature of a text. */
    interface FeatureConsumer {
        void accept(int row, float value);
    }

    private final int[] features;
    private final float[] idf;

    /** For each feature, its row plus one; found by open addressing, in a table mostly empty: most are asked in vain. */
    private final int[] slots;

    /**
     * @param features numbers, of which the lowest bits are evenly spread
     */
    private TfIdfVocabulary(int[] features, float[] idf) {
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
     * @param minDocuments those in fewer texts are left out
     */
    static TfIdfVocabulary of(List<FeatureCounts> texts, int minDocuments) {
        int[] documents = new int[TextFeatureHasher.FEATURE_SPACE];
        for (FeatureCounts features : texts) {
            for (int i = 0; i < features.size(); i++) {
                documents[features.feature(i)]++;
            }
        }
        int[] known = IntStream.range(0, documents.length)
                .filter(feature -> documents[feature] >= minDocuments)
                .toArray();
        float[] idf = new float[known.length];
        for (int row = 0; row < known.length; row++) {
            idf[row] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + documents[known[row]])));
        }
        return new TfIdfVocabulary(known, idf);
    }

    /**
     * Those alone that tell most.
     *
     * @param importance how much each of them tells, rarity aside
     * @param count how many
     */
    TfIdfVocabulary strongest(double[] importance, int count) {
        double[] strengths = IntStream.range(0, size())
                .mapToDouble(row -> importance[row] * idf[row])
                .toArray();
        double weakest = Arrays.stream(strengths)
                .sorted()
                .skip(Math.max(0, size() - count))
                .findFirst()
                .orElse(0);
        int[] kept = IntStream.range(0, size())
                .filter(row -> strengths[row] >= weakest)
                .toArray();
        float[] keptIdf = new float[kept.length];
        for (int row = 0; row < kept.length; row++) {
            keptIdf[row] = idf[kept[row]];
        }
        return new TfIdfVocabulary(Arrays.stream(kept).map(row -> features[row]).toArray(), keptIdf);
    }

    /**
     * Gives every known feature with its weight, times and rarity.
     *
     * @return the sum of their squares
     */
    double forEach(FeatureCounts counts, FeatureConsumer consumer) {
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            int row = slots[slot(counts.feature(i))] - 1;
            if (row >= 0) {
                int count = counts.count(i);
                float value = (count == 1 ? 1 : (float) (1 + Math.log(count))) * idf[row];
                squares += value * value;
                consumer.accept(row, value);
            }
        }
        return squares;
    }
}
