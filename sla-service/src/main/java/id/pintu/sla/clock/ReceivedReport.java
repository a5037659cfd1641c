package id.pintu.sla.clock;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent.PartOpened;
import id.pintu.events.SubmittedReport;
import java.time.Instant;
import java.util.Optional;

/** When a report came, and what it is counted under. */
public record ReceivedReport(Instant at, Optional<String> category, Optional<String> region) {

    static ReceivedReport of(ComplaintSubmitted submitted) {
        return of(submitted.report(), submitted.at());
    }

    /** A part came when the whole did. */
    static ReceivedReport of(PartOpened opened) {
        return of(opened.report(), opened.submittedAt());
    }

    private static ReceivedReport of(SubmittedReport report, Instant at) {
        return new ReceivedReport(at, report.category(), report.place().regionCode());
    }
}
