package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much each feature tells of each label, as a byte: so many 127ths of what the feature tells at most. Reading it is
 * waiting for memory, and a feature of fifty labels then lies in one line of the cache.
 */
final class Weights {

    private static final int KEPT = 80_000;
    /** A weight below it changes a margin by less than what two trainings differ by. */
    private static final float FAINTEST = 0.005f;

    /** A feature that tells of a larger share of the labels is kept whole: its labels need not be looked up. */
    private static final double WHOLE = 0.25;

    private static final int MOST = Byte.MAX_VALUE;

    private final int labels;
    private final float[] units;
    /** The weights of a feature stand from its start to that of the next. */
    private final int[] starts;

    private final byte[] weights;
    private final short[] labelOf;

    private Weights(int labels, float[] units, int[] starts, byte[] weights, short[] labelOf) {
        this.labels = labels;
        this.units = units;
        this.starts = starts;
        this.weights = weights;
        this.labelOf = labelOf;
    }

    /**
     * Leaves out what tells next to nothing: most features, and most weights of the others.
     *
     * @param all for each feature one for each label
     */
    static Weights of(float[] all, Vocabulary vocabulary, int labels) {
        float[] most = most(all, vocabulary.size(), labels);
        double weakest = weakest(most, vocabulary);
        int[] starts = new int[most.length + 1];
        byte[] weights = new byte[most.length * labels];
        short[] labelOf = new short[weights.length];
        int count = 0;
        for (int row = 0; row < most.length; row++) {
            boolean kept = most[row] > 0 && most[row] * vocabulary.idf(row) >= weakest;
            boolean whole = kept && telling(all, row * labels, labels) > WHOLE * labels;
            for (int label = 0; label < labels && kept; label++) {
                float weight = all[row * labels + label];
                if (whole || Math.abs(weight) >= FAINTEST) {
                    labelOf[count] = (short) label;
                    weights[count++] = (byte) Math.round(weight / most[row] * MOST);
                }
            }
            starts[row + 1] = count;
            most[row] /= MOST;
        }
        return new Weights(labels, most, starts, Arrays.copyOf(weights, count), Arrays.copyOf(labelOf, count));
    }

    /** What each feature tells at most. */
    private static float[] most(float[] all, int features, int labels) {
        float[] most = new float[features];
        for (int i = 0; i < features * labels; i++) {
            most[i / labels] = Math.max(most[i / labels], Math.abs(all[i]));
        }
        return most;
    }

    /** How much the last of the {@link #KEPT} strongest can change a margin. */
    private static double weakest(float[] most, Vocabulary vocabulary) {
        return IntStream.range(0, most.length)
                .mapToDouble(row -> most[row] * vocabulary.idf(row))
                .sorted()
                .skip(Math.max(0, most.length - KEPT))
                .findFirst()
                .orElse(0);
    }

    /** Adds to each label's margin what the feature tells of it. */
    void add(int feature, float value, float[] margins) {
        int from = starts[feature];
        int to = starts[feature + 1];
        float unit = value * units[feature];
        if (to - from == labels) {
            for (int label = 0; label < margins.length; label++) {
                margins[label] += unit * weights[from + label];
            }
        } else {
            for (int at = from; at < to; at++) {
                margins[labelOf[at]] += unit * weights[at];
            }
        }
    }

    private static long telling(float[] all, int from, int labels) {
        return IntStream.range(from, from + labels)
                .filter(at -> Math.abs(all[at]) >= FAINTEST)
                .count();
    }
}
