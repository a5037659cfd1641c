package id.pintu.house.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that starts at a given instant and runs faster than the wall: with speed 8640, a day takes ten seconds.
 *
 * <p>It follows the monotonic clock, so it never goes back.
 */
public final class VirtualClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private volatile long startNanos = System.nanoTime();

    /**
     * @param start what it shows now
     * @param speed virtual seconds in one real second, above 0
     */
    public VirtualClock(Instant start, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
        this.start = start;
        this.speed = speed;
    }

    /** Sets it back to its start, before anybody has looked at it for a purpose: a house takes time to open. */
    public void restart() {
        startNanos = System.nanoTime();
    }

    /**
     * Reads {@code 1d=10s}: one virtual day in ten real seconds. Units d, h, m, s.
     *
     * @return virtual seconds in one real second
     * @throws IllegalArgumentException when it is not of that form
     */
    public static double parseSpeed(String speed) {
        int equals = speed.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("speed is written as 1d=10s, not " + speed);
        }
        double real = seconds(speed.substring(equals + 1));
        if (real <= 0) {
            throw new IllegalArgumentException("speed needs a real time above zero, not " + speed);
        }
        return seconds(speed.substring(0, equals)) / real;
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * speed));
    }

    private static double seconds(String amount) {
        try {
            String number = amount.substring(0, amount.length() - 1);
            double unit = switch (amount.charAt(amount.length() - 1)) {
                case 'd' -> Duration.ofDays(1).toSeconds();
                case 'h' -> Duration.ofHours(1).toSeconds();
                case 'm' -> Duration.ofMinutes(1).toSeconds();
                case 's' -> 1;
                default -> throw new NumberFormatException("unit");
            };
            return Double.parseDouble(number) * unit;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a time is written as 1d, 12h, 30m or 10s, not " + amount, e);
        }
    }
}
