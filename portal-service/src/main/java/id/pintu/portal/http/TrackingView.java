package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.SlaClockType;
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
 * The JSON of one complaint's tracking.
 *
 * @param confidential Rahasia: title and text are empty, place and quotes absent
 * @param deadline of what has to happen next; absent when nothing is awaited
 * @param awaiting the clock that deadline belongs to
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
        List<TimelineEntryView> timeline) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ReportPlaceView(Optional<String> regionCode, Optional<String> description) {}

    record ComplaintStatusView(ComplaintStatus code, String label, String labelEn) {}

    /** An institution, or the national desk under the code {@code DESK}. */
    record ResponsiblePartyView(String code, String name) {}

    /**
     * @param step wire name of the event
     * @param why why routing decided so, in whole sentences; absent for a confidential report
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
                    entry.label().id(),
                    entry.label().en(),
                    entry.explanation().map(BilingualText::id),
                    entry.explanation().map(BilingualText::en),
                    entry.quote());
        }
    }

    /** Empty while the report itself has not been heard of. */
    static Optional<TrackingView> of(ComplaintId id, TrackingReadModel tracking) {
        return tracking.report().map(report -> of(id, tracking, report));
    }

    private static TrackingView of(ComplaintId id, TrackingReadModel tracking, PubliclyVisibleReport report) {
        BilingualText status = tracking.status().label(tracking.responsible());
        return new TrackingView(
                id,
                new ComplaintStatusView(tracking.status(), status.id(), status.en()),
                report.kind(),
                report.confidential(),
                report.title(),
                report.text(),
                new ReportPlaceView(report.place().regionCode(), report.place().description()),
                new ResponsiblePartyView(
                        tracking.responsible().code(), tracking.responsible().name()),
                report.submittedAt(),
                tracking.deadline().map(NextDeadline::dueAt),
                tracking.deadline().map(NextDeadline::clock),
                tracking.timeline().stream().map(TimelineEntryView::of).toList());
    }
}
