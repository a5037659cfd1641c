package id.pintu.sla.oversight;

import java.util.Optional;

/**
 * What LAPOR! reports of one institution, province, kind, category or month.
 *
 * @param key what it is of
 * @param received reports that came in and were not archived
 * @param verified those an institution took a first step with
 * @param selesai those that have an answer the reporter did not contest
 * @param proses those that were taken up and have no answer
 * @param onTimePercent share of the verifications and follow-ups, ended or missed, that were not missed; empty when there
 *     is none yet
 * @param verification working days from the assignment to the first step
 * @param followUp working days from there to the answer
 * @param hop working days a stay took, answered or not
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

    /** Working days; empty when there is nothing to count. */
    public record WorkingDaySpread(Optional<Integer> median, Optional<Integer> p90) {}

    /** Taken up at all: selesai and proses. */
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

    /** Whole percents, halves upwards, as LAPOR! rounds. */
    static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
    }
}
