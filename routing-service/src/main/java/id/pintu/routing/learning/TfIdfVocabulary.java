package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Immutable vocabulary of the features in use: row and inverse document frequency of each. */
final class TfIdfVocabulary {

    /** Callback for the TF-IDF value of one feature of a text. */
    interface FeatureConsumer {
        void accept(int row, float value);
    }

    /** Large, since most features looked up are not in the vocabulary. */
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

    boolean contains(int feature) {
        return rows.indexOf(feature) >= 0;
    }

    /**
     * Vocabulary of the given texts.
     *
     * @param minDocuments features in fewer texts are left out
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
     * Vocabulary of the strongest features.
     *
     * @param importance of each row, without the inverse document frequency
     * @param count number of features, more if the weakest have equal strength
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
     * Passes the TF-IDF value of each known feature of a text to the consumer.
     *
     * @return sum of the squared values
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
