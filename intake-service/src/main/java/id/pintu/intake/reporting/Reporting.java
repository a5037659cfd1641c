package id.pintu.intake.reporting;

/**
 * What intake knows of a complaint.
 *
 * @param phase how far it is
 * @param fingerprint of the report as it stands in the ledger; tells a repeat from a misused Idempotency-Key
 */
public record Reporting(Phase phase, String fingerprint) {

    static final Reporting UNKNOWN = new Reporting(Phase.UNKNOWN, "");

    /** What is open to the reporter. */
    public enum Phase {
        UNKNOWN,
        OPEN,
        ANSWERED,
        /** The reporter stayed silent after the answer. */
        CLOSED,
        ENDED
    }

    Reporting in(Phase next) {
        return new Reporting(next, fingerprint);
    }
}
