package id.pintu.routing.learning;

import java.util.Arrays;
import java.util.List;

/**
 * How much each feature tells of each label, as a byte: so many 127ths of what the feature tells at most. Reading it is
 * waiting for memory, and a feature of fifty labels then lies in one line of the cache.
 */
final class Weights {

    /** A weight below it changes a margin by less than what two trainings differ by. */
    private static final double FAINTEST = 0.005;

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
     * Leaves out what tells next to nothing: most of the weights.
     *
     * @param all for each label one for each feature
     */
    static Weights of(List<double[]> all, int features) {
        float[] units = new float[features];
        int[] starts = new int[features + 1];
        byte[] weights = new byte[features * all.size()];
        short[] labelOf = new short[weights.length];
        int count = 0;
        for (int row = 0; row < features; row++) {
            double[] told = told(all, row);
            double most = Arrays.stream(told).map(Math::abs).max().orElse(0);
            boolean whole = Arrays.stream(told).filter(Weights::tells).count() > WHOLE * told.length;
            for (int label = 0; label < told.length; label++) {
                if (whole || tells(told[label])) {
                    labelOf[count] = (short) label;
                    weights[count++] = (byte) Math.round(told[label] / most * MOST);
                }
            }
            starts[row + 1] = count;
            units[row] = (float) (most / MOST);
        }
        return new Weights(all.size(), units, starts, Arrays.copyOf(weights, count), Arrays.copyOf(labelOf, count));
    }

    private static double[] told(List<double[]> all, int row) {
        return all.stream().mapToDouble(ofLabel -> ofLabel[row]).toArray();
    }

    private static boolean tells(double weight) {
        return Math.abs(weight) >= FAINTEST;
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
}
