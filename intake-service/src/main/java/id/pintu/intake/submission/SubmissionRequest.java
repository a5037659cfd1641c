package id.pintu.intake.submission;

import id.pintu.events.ReporterContact;
import id.pintu.events.SubmittedReport;
import java.util.Optional;

/**
 * One submission, as its channel passes it on.
 *
 * @param credential name of the channel credential it came with; empty from a client without one
 * @param idempotencyKey identifies it among the submissions of the same credential and channel
 */
public record SubmissionRequest(
        Optional<String> credential, String idempotencyKey, SubmittedReport report, ReporterContact contact) {

    /** Without the contact, so that a log line never contains personal data. */
    @Override
    public String toString() {
        return "SubmissionRequest[" + report.door() + "]";
    }
}
