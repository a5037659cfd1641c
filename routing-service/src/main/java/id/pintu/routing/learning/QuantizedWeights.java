package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;

/**
 * How much each feature tells of each label, as a byte: so many 127ths of what the feature tells at most. Reading it is
 * waiting for memory, and a feature of fifty labels then lies in one line of the cache.
 */
final class QuantizedWeights {

    /** A weight below it changes a margin by less than what two trainings differ by. */
    private static final double MIN_SIGNIFICANT = 0.005;

    /** A feature that tells of a larger share of the labels is kept whole: its labels need not be looked up. */
    private static final double DENSE_SHARE = 0.25;

    private static final int MAX_QUANTUM = Byte.MAX_VALUE;

    private final int labels;
    private final float[] scales;
    /** The weights of a feature stand from its start to that of the next. */
    private final int[] starts;

    private final byte[] weights;
    private final short[] labelOf;

    private QuantizedWeights(int labels, float[] scales, int[] starts, byte[] weights, short[] labelOf) {
        this.labels = labels;
        this.scales = scales;
        this.starts = starts;
        this.weights = weights;
        this.labelOf = labelOf;
    }

    /**
     * Leaves out what tells next to nothing: most of the weights.
     *
     * @param all for each label one for each feature
     */
    static QuantizedWeights of(List<double[]> all, int features) {
        float[] scales = new float[features];
        int[] starts = new int[features + 1];
        byte[] weights = new byte[features * all.size()];
        short[] labelOf = new short[weights.length];
        int count = 0;
        for (int row = 0; row < features; row++) {
            double[] featureWeights = weightsOfFeature(all, row);
            double max = Arrays.stream(featureWeights).map(Math::abs).max().orElse(0);
            boolean dense = Arrays.stream(featureWeights)
                            .filter(QuantizedWeights::isSignificant)
                            .count()
                    > DENSE_SHARE * featureWeights.length;
            for (int label = 0; label < featureWeights.length; label++) {
                if (dense || isSignificant(featureWeights[label])) {
                    labelOf[count] = (short) label;
                    weights[count++] = (byte) Math.round(featureWeights[label] / max * MAX_QUANTUM);
                }
            }
            starts[row + 1] = count;
            scales[row] = (float) (max / MAX_QUANTUM);
        }
        return new QuantizedWeights(
                all.size(), scales, starts, Arrays.copyOf(weights, count), Arrays.copyOf(labelOf, count));
    }

    private static double[] weightsOfFeature(List<double[]> all, int row) {
        return all.stream().mapToDouble(ofLabel -> ofLabel[row]).toArray();
    }

    private static boolean isSignificant(double weight) {
        return Math.abs(weight) >= MIN_SIGNIFICANT;
    }

    /** Adds to each label's margin what the feature tells of it. */
    void add(int feature, float value, float[] margins) {
        int from = starts[feature];
        int to = starts[feature + 1];
        float scale = value * scales[feature];
        if (to - from == labels) {
            for (int label = 0; label < margins.length; label++) {
                margins[label] += scale * weights[from + label];
            }
        } else {
            for (int at = from; at < to; at++) {
                margins[labelOf[at]] += scale * weights[at];
            }
        }
    }
}
