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

    /** Most features asked for are not in it. */
    private static final int SLOTS_PER_FEATURE = 8;

    /** The index of a feature is its row. */
    private final FeatureIndex rows;

    private final float[] idf;

    private TfIdfVocabulary(int[] features, float[] idf) {
        this.rows = new FeatureIndex(features.length, SLOTS_PER_FEATURE);
        this.idf = idf;
        Arrays.stream(features).forEach(rows::add);
    }

    int size() {
        return rows.size();
    }

    boolean knows(int feature) {
        return rows.indexOf(feature) >= 0;
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
        return new TfIdfVocabulary(Arrays.stream(kept).map(rows::feature).toArray(), keptIdf);
    }

    /**
     * Gives every known feature with its weight, times and rarity.
     *
     * @return the sum of their squares
     */
    double forEach(FeatureCounts counts, FeatureConsumer consumer) {
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            int row = rows.indexOf(counts.feature(i));
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
