package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.events.SubmittedReport;
import id.pintu.portal.mongo.TimelineRepository.TimelinePage;
import id.pintu.portal.tracking.ComplaintStatus;
import id.pintu.portal.tracking.NextDeadline;
import id.pintu.portal.tracking.PubliclyVisibleReport;
import id.pintu.portal.tracking.TimelineEntry;
import id.pintu.portal.tracking.TrackingReadModel;
import id.pintu.support.explanations.BilingualText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * JSON view of the tracking of one complaint.
 *
 * @param confidential Rahasia: title and text are empty, place and quotes are absent
 * @param deadline the next deadline; absent when no clock runs
 * @param awaiting the clock the deadline belongs to
 * @param timeline the newest entries, oldest first
 * @param earlier what to send as {@code before} for the entries before these; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TrackingView(
        ComplaintId trackingNumber,
        ComplaintStatusView status,
        ComplaintKind kind,
        boolean confidential,
        String title,
        String text,
        ReportPlaceView place,
        ResponsiblePartyView responsible,
        Instant submittedAt,
        Optional<Instant> deadline,
        Optional<SlaClockType> awaiting,
        List<TimelineEntryView> timeline,
        Optional<Integer> earlier) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ReportPlaceView(Optional<String> regionCode, Optional<String> description) {
        static ReportPlaceView of(SubmittedReport.ReportedLocation place) {
            return new ReportPlaceView(place.regionCode(), place.description());
        }
    }

    record ComplaintStatusView(ComplaintStatus code, String label, String labelEn) {}

    /** An institution, or the national desk under the code {@code DESK}. */
    record ResponsiblePartyView(String code, String name) {}

    /**
     * @param step wire name of the event
     * @param why explanation of a routing decision, in full sentences; absent for a confidential report
     * @param quote what the reporter or an officer wrote
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TimelineEntryView(
            UUID event,
            Instant at,
            String step,
            String label,
            String labelEn,
            Optional<String> why,
            Optional<String> whyEn,
            Optional<String> quote) {
        static TimelineEntryView of(TimelineEntry entry) {
            return new TimelineEntryView(
                    entry.event(),
                    entry.at(),
                    entry.eventType(),
                    entry.description().label().id(),
                    entry.description().label().en(),
                    entry.description().explanation().map(BilingualText::id),
                    entry.description().explanation().map(BilingualText::en),
                    entry.description().quote());
        }
    }

    /** Empty until the submission was consumed. */
    static Optional<TrackingView> of(ComplaintId id, TrackingReadModel tracking, TimelinePage timeline) {
        return tracking.report().map(report -> of(id, tracking, report, timeline));
    }

    private static TrackingView of(
            ComplaintId id, TrackingReadModel tracking, PubliclyVisibleReport report, TimelinePage timeline) {
        BilingualText status = tracking.status().label(tracking.responsible());
        return new TrackingView(
                id,
                new ComplaintStatusView(tracking.status(), status.id(), status.en()),
                report.kind(),
                report.confidential(),
                report.content().title(),
                report.content().text(),
                ReportPlaceView.of(report.content().place()),
                new ResponsiblePartyView(
                        tracking.responsible().code(), tracking.responsible().name()),
                report.submittedAt(),
                tracking.deadline().map(NextDeadline::dueAt),
                tracking.deadline().map(NextDeadline::clock),
                timeline.entries().stream().map(TimelineEntryView::of).toList(),
                timeline.earlier());
    }
}
