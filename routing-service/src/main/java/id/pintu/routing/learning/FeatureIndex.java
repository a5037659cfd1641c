package id.pintu.routing.learning;

import java.util.Arrays;

/**
 * Hash table that gives each feature its index, in order of insertion. Open addressing with linear probing; the slot is
 * the lowest bits of the feature, which {@link TextFeatureHasher} has mixed already. Why not a library: ADR 0033.
 */
final class FeatureIndex {

    private int[] features;
    private int size;

    /** Index + 1 of the feature in each slot, 0 for a free one; the length is a power of two. */
    private int[] slots;

    /**
     * @param capacity features it takes before it grows
     * @param slotsPerFeature at least 2; the more, the quicker a feature that is not in it is recognised
     */
    FeatureIndex(int capacity, int slotsPerFeature) {
        this.features = new int[Math.max(1, capacity)];
        this.slots = new int[Integer.highestOneBit(slotsPerFeature * features.length)];
    }

    int size() {
        return size;
    }

    int feature(int index) {
        return features[index];
    }

    /** Index of the feature, or -1 if it was not added. */
    int indexOf(int feature) {
        return slots[slot(feature)] - 1;
    }

    /** Index of the feature, which is added if it is missing. */
    int add(int feature) {
        int slot = slot(feature);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == features.length) {
            grow();
            slot = slot(feature);
        }
        features[size] = feature;
        slots[slot] = ++size;
        return size - 1;
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
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) {
            slots[slot(features[i])] = i + 1;
        }
    }
}
