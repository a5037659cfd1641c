package id.pintu.routing.learning;

import java.util.Arrays;

/** Numbers and how often each was put in; in the order of their first coming. */
final class FeatureCounts {

    private int[] features = new int[1_024];
    private int[] counts = new int[1_024];
    private int size;

    /** For each number, where it stands among the numbers, plus one; found by open addressing. */
    private int[] slots = new int[4_096];

    /** How many different numbers there are. */
    int size() {
        return size;
    }

    int feature(int index) {
        return features[index];
    }

    int count(int index) {
        return counts[index];
    }

    /**
     * @param feature of which the lowest bits are evenly spread
     */
    void increment(int feature) {
        int slot = slot(feature);
        if (slots[slot] != 0) {
            counts[slots[slot] - 1]++;
            return;
        }
        if (size == features.length) {
            grow();
            slot = slot(feature);
        }
        features[size] = feature;
        counts[size] = 1;
        slots[slot] = ++size;
    }

    private int slot(int feature) {
        int slot = feature & slots.length - 1;
        while (slots[slot] != 0 && features[slots[slot] - 1] != feature) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        features = Arrays.copyOf(features, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) {
            slots[slot(features[i])] = i + 1;
        }
    }
}
