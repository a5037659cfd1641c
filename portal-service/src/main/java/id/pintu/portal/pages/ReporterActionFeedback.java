package id.pintu.portal.pages;

import id.pintu.portal.intake.ReporterActionForm;
import id.pintu.portal.intake.ReporterActionResult;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * View of the form for a reporter's action, with the result of the last one.
 *
 * @param result empty before the first action
 * @param submission idempotency key for the next action
 * @param typed what is in the form
 */
record ReporterActionFeedback(Optional<ReporterActionResult> result, String submission, ReporterActionForm typed) {

    /** A new form. */
    static ReporterActionFeedback none() {
        return new ReporterActionFeedback(Optional.empty(), SubmissionToken.generate(), ReporterActionForm.EMPTY);
    }

    /** A new form after an accepted action, otherwise the same form with what was typed. */
    static ReporterActionFeedback of(ReporterActionResult result, String submission, ReporterActionForm typed) {
        return result == ReporterActionResult.ACCEPTED
                ? new ReporterActionFeedback(Optional.of(result), SubmissionToken.generate(), ReporterActionForm.EMPTY)
                : new ReporterActionFeedback(Optional.of(result), submission, typed);
    }

    public Optional<String> messageKey() {
        return result.map(shown ->
                "reporter-action." + shown.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether the form is shown open, because it has to be corrected or sent again. */
    public boolean open() {
        return result.isPresent() && result.get() != ReporterActionResult.ACCEPTED;
    }

    HttpStatus status() {
        return result.map(ReporterActionFeedback::status).orElse(HttpStatus.OK);
    }

    private static HttpStatus status(ReporterActionResult result) {
        return switch (result) {
            case ACCEPTED -> HttpStatus.OK;
            case WRONG_KEY -> HttpStatus.FORBIDDEN;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
