package id.pintu.intake.reporter;

/**
 * Limits of what one reporter may do about one complaint on one day of its region, so that nobody fills it without end.
 *
 * @param repliesPerDay replies
 * @param otherActsPerDay withdrawals, contests, ratings and consents together
 */
public record ReporterActLimits(int repliesPerDay, int otherActsPerDay) {

    public static final ReporterActLimits DEFAULT = new ReporterActLimits(20, 10);
}
