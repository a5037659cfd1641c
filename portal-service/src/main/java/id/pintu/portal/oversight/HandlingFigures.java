package id.pintu.portal.oversight;

import id.pintu.events.ComplaintId;
import java.util.Optional;

/**
 * Figures of some complaints, as LAPOR! reports them.
 *
 * @param received how many; the sum of the next four
 * @param done selesai: answered, and the answer is not contested
 * @param inProgress proses: the institution has taken a step
 * @param waiting no step yet
 * @param ended withdrawn or archived without an answer
 * @param clocksEnded clocks of the institution's verification and follow-up that ended, or were missed
 * @param clocksInTime those of them that were not missed
 * @param answer working days from the assignment to the answer; empty while none is answered
 * @param longest the open complaint that waits longest; empty when none is open
 */
public record HandlingFigures(
        int received,
        int done,
        int inProgress,
        int waiting,
        int ended,
        int clocksEnded,
        int clocksInTime,
        Optional<DaySpread> answer,
        Optional<LongestWaiting> longest) {

    /** Median and 90th percentile of working days, by nearest rank. */
    public record DaySpread(int median, int p90) {}

    /**
     * Open complaint that waits longest.
     *
     * @param days working days since its institution, or the desk, got it
     */
    public record LongestWaiting(ComplaintId id, int days) {}

    /** Ditindaklanjuti: selesai and proses. */
    public int followedUp() {
        return done + inProgress;
    }

    public Optional<Integer> followedUpPercent() {
        return percent(followedUp(), received);
    }

    public Optional<Integer> donePercent() {
        return percent(done, received);
    }

    public Optional<Integer> inProgressPercent() {
        return percent(inProgress, received);
    }

    public Optional<Integer> waitingPercent() {
        return percent(waiting, received);
    }

    public Optional<Integer> onTimePercent() {
        return percent(clocksInTime, clocksEnded);
    }

    /** Whole percent, halves rounded up, as LAPOR! rounds; empty of nothing. */
    public static Optional<Integer> percent(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((int) Math.round(100.0 * part / whole));
    }
}
