package id.pintu.portal.tracking;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.events.SubmittedReport;
import java.time.Instant;

/**
 * The report as the public may read it.
 *
 * @param title empty when it has none or is hidden
 * @param text empty when it is hidden
 * @param place unknown when it is hidden; never with its point
 * @param confidential Rahasia: what it says is hidden, what becomes of it is not
 */
public record PubliclyVisibleReport(
        IntakeChannel door,
        ComplaintKind kind,
        String title,
        String text,
        SubmittedReport.ReportedLocation place,
        Instant submittedAt,
        boolean confidential) {

    static PubliclyVisibleReport of(SubmittedReport report, Instant submittedAt) {
        return report.privacy().confidential()
                ? new PubliclyVisibleReport(
                        report.door(),
                        report.kind(),
                        "",
                        "",
                        SubmittedReport.ReportedLocation.UNKNOWN,
                        submittedAt,
                        true)
                : new PubliclyVisibleReport(
                        report.door(),
                        report.kind(),
                        report.title(),
                        report.text(),
                        withoutPoint(report.place()),
                        submittedAt,
                        false);
    }

    /** A point may be somebody's own door. */
    private static SubmittedReport.ReportedLocation withoutPoint(SubmittedReport.ReportedLocation place) {
        return new SubmittedReport.ReportedLocation(place.regionCode(), place.description());
    }
}
