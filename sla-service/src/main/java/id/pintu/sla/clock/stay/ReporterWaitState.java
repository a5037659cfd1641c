package id.pintu.sla.clock.stay;

import id.pintu.events.SlaEvent.ClockPause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable state of the waits for the reporter's reply during one stay of a complaint.
 *
 * @param askedAt when it asked the question that has no reply yet
 * @param pauses the waits that ended, in order
 */
public record ReporterWaitState(Optional<Instant> askedAt, List<ClockPause> pauses) {

    static final ReporterWaitState NONE = new ReporterWaitState(Optional.empty(), List.of());

    public ReporterWaitState {
        pauses = List.copyOf(pauses);
    }

    /** All waits, one that goes on included up to this time. */
    Stream<ClockPause> until(Instant end) {
        return Stream.concat(pauses.stream(), askedAt.stream().map(since -> new ClockPause(since, end)));
    }

    /** A second question in the same wait changes nothing. */
    ReporterWaitState asked(Instant at) {
        return new ReporterWaitState(askedAt.or(() -> Optional.of(at)), pauses);
    }

    ReporterWaitState ended(Instant at) {
        return new ReporterWaitState(Optional.empty(), until(at).toList());
    }
}
