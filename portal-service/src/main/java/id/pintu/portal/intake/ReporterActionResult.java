package id.pintu.portal.intake;

import java.util.Set;

/**
 * Result of an action of a reporter.
 *
 * @param invalidFields fields of {@link ReporterActionForm} to be corrected; empty unless malformed
 */
public record ReporterActionResult(ReporterActionOutcome outcome, Set<String> invalidFields) {

    static final ReporterActionResult UNAVAILABLE = of(ReporterActionOutcome.UNAVAILABLE);

    public ReporterActionResult {
        invalidFields = Set.copyOf(invalidFields);
    }

    static ReporterActionResult of(ReporterActionOutcome outcome) {
        return new ReporterActionResult(outcome, Set.of());
    }

    /** Not sent, or refused, because these fields of the form are missing or invalid. */
    public static ReporterActionResult malformed(Set<String> fields) {
        return new ReporterActionResult(ReporterActionOutcome.MALFORMED, fields);
    }

    /** How an action of a reporter ended. */
    public enum ReporterActionOutcome {
        /** The action is stored, and done or queued. */
        ACCEPTED,
        /** The key does not belong to this complaint. */
        WRONG_KEY,
        /** Fields are missing or invalid. */
        MALFORMED,
        /** The complaint does not allow it now, such as a rating before there is an answer. */
        REFUSED,
        /** It is not known whether the action was stored. Submitting it again is safe. */
        UNAVAILABLE
    }
}
