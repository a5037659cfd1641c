package id.pintu.portal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pintu.events.ComplaintId;
import id.pintu.events.ComplaintKind;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.house.telling.Words;
import id.pintu.portal.tracking.Deadline;
import id.pintu.portal.tracking.Entry;
import id.pintu.portal.tracking.PublicReport;
import id.pintu.portal.tracking.Status;
import id.pintu.portal.tracking.Tracking;
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
        StatusView status,
        ComplaintKind kind,
        boolean confidential,
        String title,
        String text,
        PlaceView place,
        ResponsibleView responsible,
        Instant submittedAt,
        Optional<Instant> deadline,
        Optional<Clock> awaiting,
        List<EntryView> timeline) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PlaceView(Optional<String> regionCode, Optional<String> description) {}

    record StatusView(Status code, String label, String labelEn) {}

    /** An institution, or the national desk under the code {@code DESK}. */
    record ResponsibleView(String code, String name) {}

    /**
     * @param step wire name of the event
     * @param why why routing decided so, in whole sentences; absent for a confidential report
     * @param quote what the reporter or an officer wrote
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EntryView(
            UUID event,
            Instant at,
            String step,
            String label,
            String labelEn,
            Optional<String> why,
            Optional<String> whyEn,
            Optional<String> quote) {
        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.event(),
                    entry.at(),
                    entry.step(),
                    entry.words().id(),
                    entry.words().en(),
                    entry.why().map(Words::id),
                    entry.why().map(Words::en),
                    entry.quote());
        }
    }

    /** Empty while the report itself has not been heard of. */
    static Optional<TrackingView> of(ComplaintId id, Tracking tracking) {
        return tracking.report().map(report -> of(id, tracking, report));
    }

    private static TrackingView of(ComplaintId id, Tracking tracking, PublicReport report) {
        Words status = tracking.status().words(tracking.responsible());
        return new TrackingView(
                id,
                new StatusView(tracking.status(), status.id(), status.en()),
                report.kind(),
                report.confidential(),
                report.title(),
                report.text(),
                new PlaceView(report.place().regionCode(), report.place().description()),
                new ResponsibleView(
                        tracking.responsible().code(), tracking.responsible().name()),
                report.submittedAt(),
                tracking.deadline().map(Deadline::dueAt),
                tracking.deadline().map(Deadline::clock),
                tracking.timeline().stream().map(EntryView::of).toList());
    }
}
