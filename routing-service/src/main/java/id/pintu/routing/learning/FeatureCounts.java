package id.pintu.routing.learning;

import java.util.Arrays;

/** Multiset of a text's features: each with its number of occurrences, in order of the first one. */
final class FeatureCounts {

    private static final int CAPACITY = 1_024;

    private final FeatureIndex features = new FeatureIndex(CAPACITY, 4);
    private int[] counts = new int[CAPACITY];

    /** Number of distinct features. */
    int size() {
        return features.size();
    }

    int feature(int index) {
        return features.feature(index);
    }

    int count(int index) {
        return counts[index];
    }

    void increment(int feature) {
        int index = features.add(feature);
        if (index == counts.length) {
            counts = Arrays.copyOf(counts, 2 * index);
        }
        counts[index]++;
    }
}
