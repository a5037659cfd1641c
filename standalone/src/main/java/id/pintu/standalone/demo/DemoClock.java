package id.pintu.standalone.demo;

import id.pintu.support.time.VirtualClock;
import java.time.Instant;
import java.time.InstantSource;

/** Clock of a demo: accelerated until all reports were played, then in real time, so that a person can work what is left. */
final class DemoClock implements InstantSource {

    private volatile VirtualClock clock;

    /**
     * @param speed virtual seconds per real second, until {@link #continueInRealTime()}
     */
    DemoClock(Instant start, double speed) {
        this.clock = new VirtualClock(start, speed);
    }

    /** Resets it to its start, before anything depends on the time. */
    void restart() {
        clock.restart();
    }

    void continueInRealTime() {
        clock = new VirtualClock(clock.instant(), 1);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
