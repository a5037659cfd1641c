package id.pintu.sla.oversight;

import java.util.Optional;

/**
 * Immutable oversight figures of one institution, province, kind, category or month, as LAPOR! reports them.
 *
 * @param key of the group
 * @param received reports that were received
 * @param verified reports of these that an institution took a first step with
 * @param selesai reports that have an answer which the reporter did not contest
 * @param proses reports with a first step and no answer
 * @param onTimePercent share of the verifications and follow-ups, ended or missed, that were not missed; empty if there
 *     are none yet
 * @param verification working days from the assignment to the first step
 * @param followUp working days from the first step to the answer
 * @param hop working days of a stay, answered or not
 */
public record OversightFigures(
        String key,
        int received,
        int verified,
        int selesai,
        int proses,
        Optional<Integer> onTimePercent,
        WorkingDaySpread verification,
        WorkingDaySpread followUp,
        WorkingDaySpread hop) {

    /** Median and 90th percentile of working days; empty if there is nothing to count. */
    public record WorkingDaySpread(Optional<Integer> median, Optional<Integer> p90) {}

    /** Reports with a first step: selesai and proses. */
    public int followedUp() {
        return selesai + proses;
    }

    public int followedUpPercent() {
        return percent(followedUp(), received);
    }

    public int selesaiPercent() {
        return percent(selesai, received);
    }

    public int prosesPercent() {
        return percent(proses, received);
    }

    /** Whole percent, halves rounded up, as LAPOR! rounds; 0 of nothing. */
    static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }
}
