package id.pintu.support.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clock that starts at a given instant and runs faster than real time: with speed 8640, a day takes ten seconds. It is
 * driven by the monotonic clock, so it never goes back.
 */
public final class VirtualClock implements InstantSource {

    private static final Map<String, Integer> SECONDS = Map.of("d", 86_400, "h", 3_600, "m", 60, "s", 1);
    private static final Pattern SPEED = Pattern.compile("(\\d+(?:\\.\\d+)?)([dhms])=(\\d+(?:\\.\\d+)?)([dhms])");

    private final Instant start;
    private final double speed;
    private volatile long startNanos = System.nanoTime();

    /**
     * @param start time that it shows now
     * @param speed virtual seconds per real second, above 0
     */
    public VirtualClock(Instant start, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
        this.start = start;
        this.speed = speed;
    }

    /** Resets the clock to its start; for the end of the start-up, before anything depends on the time. */
    public void restart() {
        startNanos = System.nanoTime();
    }

    /**
     * Parses a speed such as {@code 1d=10s}: one virtual day in ten real seconds. Units d, h, m, s.
     *
     * @return virtual seconds per real second
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static double parseSpeed(String speed) {
        Matcher parts = SPEED.matcher(speed);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a speed is written as 1d=10s or 12h=1.5m, not as " + speed);
        }
        double virtual = seconds(parts.group(1), parts.group(2));
        double real = seconds(parts.group(3), parts.group(4));
        if (virtual == 0 || real == 0) {
            throw new IllegalArgumentException("both times of a speed are above zero, unlike " + speed);
        }
        return virtual / real;
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * speed));
    }

    private static double seconds(String amount, String unit) {
        return Double.parseDouble(amount) * SECONDS.getOrDefault(unit, 0);
    }
}
