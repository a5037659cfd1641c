package id.pintu.sla.clock;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.PartOpened;
import java.time.Instant;
import java.util.Optional;

/** When a report came, and what it is counted under. */
public record Filed(Instant at, Optional<String> category, Optional<String> region) {

    static Filed of(ComplaintSubmitted submitted) {
        return of(submitted.report(), submitted.at());
    }

    /** A part came when the whole did. */
    static Filed of(PartOpened opened) {
        return of(opened.report(), opened.submittedAt());
    }

    private static Filed of(Report report, Instant at) {
        return new Filed(at, report.category(), report.place().regionCode());
    }
}
