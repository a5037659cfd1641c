package id.pintu.portal.intake;

import java.util.Set;

/** What became of handing a report in. */
public sealed interface ReportFilingResult {

    /**
     * It is safe.
     *
     * @param trackingNumber canonical
     * @param reporterKey secret: lets its holder reply, withdraw, contest and rate
     */
    record Accepted(String trackingNumber, String reporterKey) implements ReportFilingResult {}

    /** These fields of {@link WebReportForm} have to be changed first, nested ones as {@code contact.email}. */
    record InvalidReportFields(Set<String> fields) implements ReportFilingResult {
        public InvalidReportFields {
            fields = Set.copyOf(fields);
        }
    }

    /** This form was handed in before, with another text: what is typed now is another report. */
    record AlreadyFiled() implements ReportFilingResult {}

    /** Nobody took it. Handing it in again is safe, whatever happened: the submission is the same. */
    record Unavailable() implements ReportFilingResult {}
}
