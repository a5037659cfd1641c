package id.pintu.sla.clock;

import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import java.time.Instant;
import java.util.Optional;

/** When a report came, and what it is counted under. */
public record Filed(Instant at, Optional<String> category, Optional<String> region) {

    static Filed of(ComplaintSubmitted submitted) {
        return new Filed(
                submitted.at(),
                submitted.report().category(),
                submitted.report().place().regionCode());
    }
}
