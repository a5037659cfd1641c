package id.pintu.portal.tracking;

import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.Report;
import java.time.Instant;

/**
 * The report as the public may read it.
 *
 * @param title empty when it has none or is hidden
 * @param text empty when it is hidden
 * @param place unknown when it is hidden; never with its point
 * @param confidential Rahasia: what it says is hidden, what becomes of it is not
 */
public record PublicReport(
        Door door,
        ComplaintKind kind,
        String title,
        String text,
        Report.Place place,
        Instant submittedAt,
        boolean confidential) {

    static PublicReport of(Report report, Instant submittedAt) {
        return report.privacy().confidential()
                ? new PublicReport(report.door(), report.kind(), "", "", Report.Place.UNKNOWN, submittedAt, true)
                : new PublicReport(
                        report.door(),
                        report.kind(),
                        report.title(),
                        report.text(),
                        withoutPoint(report.place()),
                        submittedAt,
                        false);
    }

    /** A point may be somebody's own door. */
    private static Report.Place withoutPoint(Report.Place place) {
        return new Report.Place(place.regionCode(), place.description());
    }
}
