package id.pintu.standalone;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Thread-safe histogram of durations from a microsecond to ten minutes, with three significant digits. */
public final class LatencyHistogram {

    private final Histogram histogram = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);

    /**
     * Records the time since a start.
     *
     * @param start as of {@link System#nanoTime}
     */
    public void recordSince(long start) {
        recordBetween(start, System.nanoTime());
    }

    /** Records the time between two readings of {@link System#nanoTime}. */
    public void recordBetween(long start, long end) {
        record(Duration.ofNanos(end - start));
    }

    /** Records a duration; what is out of range counts as the nearest value in range. */
    public void record(Duration duration) {
        histogram.recordValue(Math.clamp(duration.toNanos() / 1_000, 0, histogram.getHighestTrackableValue()));
    }

    /** Duration that this percentage of the recorded ones does not exceed, in milliseconds; 0 when there are none. */
    public double percentileMillis(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    /** Longest duration in milliseconds. */
    public double maxMillis() {
        return histogram.getMaxValue() / 1e3;
    }

    public long count() {
        return histogram.getTotalCount();
    }

    public void reset() {
        histogram.reset();
    }
}
