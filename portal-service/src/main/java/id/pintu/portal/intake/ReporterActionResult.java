package id.pintu.portal.intake;

import id.pintu.portal.remote.RemoteRateLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Result of an action of a reporter.
 *
 * @param invalidFields fields of {@link ReporterActionForm} to be corrected; empty unless malformed
 * @param retryAfter when an action that was one too many may be sent again, if that is known
 */
public record ReporterActionResult(
        ReporterActionOutcome outcome, Set<String> invalidFields, Optional<Duration> retryAfter) {

    static final ReporterActionResult UNAVAILABLE = of(ReporterActionOutcome.UNAVAILABLE);

    public ReporterActionResult {
        invalidFields = Set.copyOf(invalidFields);
    }

    static ReporterActionResult of(ReporterActionOutcome outcome) {
        return new ReporterActionResult(outcome, Set.of(), Optional.empty());
    }

    /** Not sent, or refused, because these fields of the form are missing or invalid. */
    public static ReporterActionResult malformed(Set<String> fields) {
        return new ReporterActionResult(ReporterActionOutcome.MALFORMED, fields, Optional.empty());
    }

    /** Refused because of a limit, with the code of intake-service. */
    static ReporterActionResult tooMany(RemoteRateLimit limit) {
        ReporterActionOutcome outcome = switch (limit.code()) {
            case "too-many-replies" -> ReporterActionOutcome.TOO_MANY_REPLIES;
            case "too-many-acts" -> ReporterActionOutcome.TOO_MANY_ACTS;
            default -> ReporterActionOutcome.TOO_MANY_REQUESTS;
        };
        return new ReporterActionResult(outcome, Set.of(), limit.retryAfter());
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
        /** The reporter replied as often today as is accepted for one complaint. */
        TOO_MANY_REPLIES,
        /** As often today as is accepted for one complaint. */
        TOO_MANY_ACTS,
        /** Another limit, not of this complaint. */
        TOO_MANY_REQUESTS,
        /** It is not known whether the action was stored. Submitting it again is safe. */
        UNAVAILABLE
    }
}
