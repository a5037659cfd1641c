package id.pintu.intake.http;

import id.pintu.events.ComplaintId;
import id.pintu.intake.submission.SubmissionService;
import id.pintu.support.http.CommandGateway;
import id.pintu.support.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Authorizer of a reporter's actions, by the key in the header {@code Reporter-Key}. */
final class ReporterKeyAuthorizer {

    /** Each handler declares this header and the path variable, as the OpenAPI document is generated from them. */
    static final String HEADER = "Reporter-Key";

    private ReporterKeyAuthorizer() {}

    /**
     * @param rawId tracking number as it stands in the path
     * @throws ProblemException 400 for a malformed number, 403 for a wrong or missing key
     */
    static ComplaintId authorize(SubmissionService submissions, String rawId, @Nullable String key) {
        ComplaintId complaint = CommandGateway.complaintId(rawId);
        if (key == null || !submissions.isReporterKey(key, complaint)) {
            throw ProblemException.of(
                    HttpStatus.FORBIDDEN,
                    "wrong-reporter-key",
                    "Header '" + HEADER + "': it does not belong to this complaint.");
        }
        return complaint;
    }
}
