package id.pintu.portal.pages.reporter;

import id.pintu.portal.intake.ReporterActionForm;
import id.pintu.portal.intake.ReporterActionResult;
import id.pintu.portal.intake.ReporterActionResult.ReporterActionOutcome;
import id.pintu.portal.pages.SubmissionToken;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * View of the form for a reporter's action, with the result of the last attempt.
 *
 * @param result empty before the first attempt
 * @param submission idempotency key of the form
 * @param typed what is in the form
 */
record ReporterActionFeedback(Optional<ReporterActionResult> result, String submission, ReporterActionForm typed) {

    /** An empty form. */
    static ReporterActionFeedback none() {
        return new ReporterActionFeedback(Optional.empty(), SubmissionToken.generate(), ReporterActionForm.EMPTY);
    }

    /** The same form, with what was typed. */
    static ReporterActionFeedback of(ReporterActionResult result, String submission, ReporterActionForm typed) {
        return new ReporterActionFeedback(Optional.of(result), submission, typed);
    }

    public Optional<String> messageKey() {
        return outcome()
                .map(shown -> "reporter-action."
                        + shown.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    boolean accepted() {
        return outcome().filter(ReporterActionOutcome.ACCEPTED::equals).isPresent();
    }

    /** Fields of the form that show an error. */
    public Set<String> errors() {
        return outcome().filter(ReporterActionOutcome.WRONG_KEY::equals).isPresent()
                ? Set.of("key")
                : result.map(ReporterActionResult::invalidFields).orElse(Set.of());
    }

    HttpStatus status() {
        return outcome().map(ReporterActionFeedback::status).orElse(HttpStatus.OK);
    }

    private Optional<ReporterActionOutcome> outcome() {
        return result.map(ReporterActionResult::outcome);
    }

    private static HttpStatus status(ReporterActionOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> HttpStatus.OK;
            case WRONG_KEY -> HttpStatus.FORBIDDEN;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.CONFLICT;
            case TOO_MANY_REPLIES, TOO_MANY_ACTS, TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
