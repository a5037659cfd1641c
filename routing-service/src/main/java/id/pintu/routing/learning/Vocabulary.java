package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The features worth knowing, each with its row and its inverse document frequency. */
final class Vocabulary {

    /** Takes the value of one feature of a text. */
    interface Taker {
        void take(int row, float value);
    }

    private final int[] rowOf;
    private final float[] idf;

    private Vocabulary(int[] rowOf, float[] idf) {
        this.rowOf = rowOf;
        this.idf = idf;
    }

    /** The rarer, the higher. */
    float idf(int row) {
        return idf[row];
    }

    int size() {
        return idf.length;
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
        int[] rowOf = new int[Features.SPACE];
        Arrays.fill(rowOf, -1);
        // The commonest first: what is read for nearly every text lies side by side.
        int[] known = IntStream.range(0, documents.length)
                .filter(feature -> documents[feature] >= rare)
                .boxed()
                .sorted(Comparator.comparingInt((Integer feature) -> documents[feature])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(feature -> feature)
                .toArray();
        float[] idf = new float[known.length];
        for (int row = 0; row < known.length; row++) {
            idf[row] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + documents[known[row]])));
            rowOf[known[row]] = row;
        }
        return new Vocabulary(rowOf, idf);
    }

    /**
     * Gives every known feature with its weight, times and rarity.
     *
     * @return the sum of their squares
     */
    double forEach(Bag features, Taker taker) {
        double squares = 0;
        for (int i = 0; i < features.size(); i++) {
            int row = rowOf[features.number(i)];
            if (row >= 0) {
                int times = features.times(i);
                float value = (times == 1 ? 1 : (float) (1 + Math.log(times))) * idf[row];
                squares += value * value;
                taker.take(row, value);
            }
        }
        return squares;
    }
}
