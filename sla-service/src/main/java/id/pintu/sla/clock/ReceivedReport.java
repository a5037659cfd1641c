package id.pintu.sla.clock;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.Optional;

/**
 * Immutable receipt of a report: when it was submitted, and the category and region it is counted under in oversight
 * figures.
 */
public record ReceivedReport(Instant at, Optional<String> category, Optional<String> region) {

    static ReceivedReport of(ComplaintSubmitted submitted) {
        return of(submitted.report(), submitted.at());
    }

    /** A part of a split complaint was received when the whole was submitted. */
    static ReceivedReport of(PartOpened opened) {
        return of(opened.report(), opened.submittedAt());
    }

    private static ReceivedReport of(SubmittedReport report, Instant at) {
        return new ReceivedReport(at, report.category(), report.place().regionCode());
    }
}
