package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;

/**
 * Immutable sparse matrix of weights by feature and label, quantized to bytes: 127ths of the feature's greatest weight.
 * Scoring is bound by memory access, and the weights of a feature for fifty labels fit in one cache line this way.
 */
final class QuantizedWeights {

    /** Smaller weights change a margin by less than the difference between two trainings. */
    private static final double MIN_SIGNIFICANT = 0.005;

    /** Features with significant weights for a larger share of the labels are stored densely, without label indexes. */
    private static final double DENSE_SHARE = 0.25;

    private static final int MAX_QUANTUM = Byte.MAX_VALUE;

    private final int labels;
    private final float[] scales;
    /** Index of the first weight of each feature; the end of the last one at the end. */
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
     * Quantizes the weights and drops insignificant ones, which are most.
     *
     * @param all for each label its weights by feature
     */
    static QuantizedWeights of(List<double[]> all, int features) {
        float[] scales = new float[features];
        int[] starts = new int[features + 1];
        byte[] weights = new byte[features * all.size()];
        short[] labelOf = new short[weights.length];
        int count = 0;
        for (int feature = 0; feature < features; feature++) {
            double[] featureWeights = weightsOfFeature(all, feature);
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
            starts[feature + 1] = count;
            scales[feature] = (float) (max / MAX_QUANTUM);
        }
        return new QuantizedWeights(
                all.size(), scales, starts, Arrays.copyOf(weights, count), Arrays.copyOf(labelOf, count));
    }

    private static double[] weightsOfFeature(List<double[]> all, int feature) {
        return all.stream().mapToDouble(ofLabel -> ofLabel[feature]).toArray();
    }

    private static boolean isSignificant(double weight) {
        return Math.abs(weight) >= MIN_SIGNIFICANT;
    }

    /** Adds the feature's weights, times its value, to the margins of all labels. */
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
