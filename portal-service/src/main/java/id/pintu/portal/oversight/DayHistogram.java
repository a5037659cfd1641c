package id.pintu.portal.oversight;

import id.pintu.portal.oversight.HandlingFigures.DaySpread;
import java.util.Arrays;
import java.util.Optional;

/** Mutable counts of numbers of days, from which every quantile is read exactly. */
final class DayHistogram {

    private int[] counts = new int[32];
    private long total;
    private long days;

    void add(int value) {
        ensure(value);
        counts[value]++;
        total++;
        days += value;
    }

    void addAll(DayHistogram other) {
        ensure(other.counts.length - 1);
        for (int value = 0; value < other.counts.length; value++) {
            counts[value] += other.counts[value];
        }
        total += other.total;
        days += other.days;
    }

    long total() {
        return total;
    }

    /** Sum of all. */
    long days() {
        return days;
    }

    Optional<DaySpread> spread() {
        return total == 0 ? Optional.empty() : Optional.of(new DaySpread(nearestRank(50), nearestRank(90)));
    }

    private int nearestRank(int percent) {
        long rank = (total * percent + 99) / 100;
        int value = 0;
        for (long passed = counts[0]; passed < rank; passed += counts[value]) {
            value++;
        }
        return value;
    }

    private void ensure(int value) {
        if (value >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(value + 1, counts.length * 2));
        }
    }
}
