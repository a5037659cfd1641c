package id.pintu.portal.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Result of filing a report. */
public sealed interface ReportFilingResult {

    /**
     * The report is stored.
     *
     * @param trackingNumber in its canonical form
     * @param reporterKey secret of the reporter, needed to reply, withdraw, contest and rate
     */
    record Accepted(String trackingNumber, String reporterKey) implements ReportFilingResult {}

    /** These fields of {@link WebReportForm} are invalid; nested ones are named like {@code contact.email}. */
    record InvalidReportFields(Set<String> fields) implements ReportFilingResult {
        public InvalidReportFields {
            fields = Set.copyOf(fields);
        }
    }

    /** The same rendering of the form was sent before with another text; what it contains now is another report. */
    record AlreadyFiled() implements ReportFilingResult {}

    /**
     * More was sent from one network, or naming one contact, than is accepted. The report is not stored.
     *
     * @param retryAfter when it may be sent again, if that is known
     */
    record TooManyRequests(Optional<Duration> retryAfter) implements ReportFilingResult {}

    /** It is not known whether the report was stored. Sending the same form again is safe. */
    record Unavailable() implements ReportFilingResult {}
}
