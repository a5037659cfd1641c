package id.pintu.benchmarks.flow;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, many times, in microseconds up to ten minutes. */
final class LatencyHistogram {

    private final Histogram histogram = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);

    /**
     * @param start as {@link System#nanoTime} told it
     */
    void recordSince(long start) {
        recordBetween(start, System.nanoTime());
    }

    void recordBetween(long start, long end) {
        long micros = (end - start) / 1_000;
        histogram.recordValue(Math.clamp(micros, 0, histogram.getHighestTrackableValue()));
    }

    /** Milliseconds. */
    double percentileMillis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    long count() {
        return histogram.getTotalCount();
    }

    void reset() {
        histogram.reset();
    }

    void print(String label) {
        System.out.printf(
                "%-42s %10.1f %10.1f %10.1f   n=%d%n",
                label, percentileMillis(50), percentileMillis(99), histogram.getMaxValue() / 1e3, count());
    }
}
