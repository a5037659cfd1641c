package id.pintu.portal.tracking;

import id.pintu.events.ComplaintKind;
import id.pintu.events.ReportAttachment;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of a report that the public may read.
 *
 * @param confidential Rahasia: the content is hidden, the progress of the complaint is not
 * @param attachments that there are; only the reporter and officers see them. Absent without any
 */
public record PubliclyVisibleReport(
        ComplaintKind kind,
        Instant submittedAt,
        boolean confidential,
        VisibleContent content,
        Optional<List<ReportAttachment>> attachments) {

    /**
     * @param title empty when there is none, or it is hidden
     * @param text empty when it is hidden
     * @param place unknown when it is hidden; never with coordinates
     */
    public record VisibleContent(String title, String text, SubmittedReport.ReportedLocation place) {

        private static final VisibleContent HIDDEN =
                new VisibleContent("", "", SubmittedReport.ReportedLocation.UNKNOWN);
    }

    static PubliclyVisibleReport of(SubmittedReport report, Instant submittedAt) {
        boolean confidential = report.privacy().confidential();
        return new PubliclyVisibleReport(
                report.kind(),
                submittedAt,
                confidential,
                confidential ? VisibleContent.HIDDEN : contentOf(report),
                report.attachments());
    }

    /** Leaves out coordinates, because they may be those of a private home. */
    private static VisibleContent contentOf(SubmittedReport report) {
        return new VisibleContent(
                report.title(),
                report.text(),
                new SubmittedReport.ReportedLocation(
                        report.place().regionCode(), report.place().description()));
    }
}
