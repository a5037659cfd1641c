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
import java.util.function.UnaryOperator;

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
        static ReportPlaceView of(SubmittedReport.ReportedLocation place, UnaryOperator<String> visible) {
            return new ReportPlaceView(place.regionCode(), place.description().map(visible));
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
        static TimelineEntryView of(TimelineEntry entry, UnaryOperator<String> visible) {
            return new TimelineEntryView(
                    entry.event(),
                    entry.at(),
                    entry.eventType(),
                    entry.description().label().id(),
                    entry.description().label().en(),
                    entry.description().explanation().map(BilingualText::id).map(visible),
                    entry.description().explanation().map(BilingualText::en).map(visible),
                    entry.description().quote().map(visible));
        }
    }

    /**
     * Empty until the submission was consumed.
     *
     * @param visible what is shown of a text that a person wrote
     */
    static Optional<TrackingView> of(
            ComplaintId id, TrackingReadModel tracking, TimelinePage timeline, UnaryOperator<String> visible) {
        return tracking.report().map(report -> of(id, tracking, report, timeline, visible));
    }

    private static TrackingView of(
            ComplaintId id,
            TrackingReadModel tracking,
            PubliclyVisibleReport report,
            TimelinePage timeline,
            UnaryOperator<String> visible) {
        BilingualText status = tracking.status().label(tracking.responsible());
        return new TrackingView(
                id,
                new ComplaintStatusView(tracking.status(), status.id(), status.en()),
                report.kind(),
                report.confidential(),
                visible.apply(report.content().title()),
                visible.apply(report.content().text()),
                ReportPlaceView.of(report.content().place(), visible),
                new ResponsiblePartyView(
                        tracking.responsible().code(), tracking.responsible().name()),
                report.submittedAt(),
                tracking.deadline().map(NextDeadline::dueAt),
                tracking.deadline().map(NextDeadline::clock),
                timeline.entries().stream()
                        .map(entry -> TimelineEntryView.of(entry, visible))
                        .toList(),
                timeline.earlier());
    }
}
