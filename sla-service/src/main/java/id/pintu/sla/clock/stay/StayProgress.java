package id.pintu.sla.clock.stay;

import java.time.Instant;
import java.util.Optional;

/**
 * Immutable times of the steps that a party took during one stay of a complaint.
 *
 * @param firstStep when it verified the complaint, or took a later step without that
 * @param answered when it gave its answer
 * @param left when its stay ended: it answered, passed the complaint on, or the complaint ended
 */
public record StayProgress(Optional<Instant> firstStep, Optional<Instant> answered, Optional<Instant> left) {

    static final StayProgress NONE = new StayProgress(Optional.empty(), Optional.empty(), Optional.empty());

    StayProgress stepped(Instant at) {
        return new StayProgress(firstStep.or(() -> Optional.of(at)), answered, left);
    }

    /** An answer also is a first step, and ends the stay. */
    StayProgress answered(Instant at) {
        return new StayProgress(firstStep.or(() -> Optional.of(at)), Optional.of(at), Optional.of(at));
    }

    StayProgress left(Instant at) {
        return new StayProgress(firstStep, answered, Optional.of(at));
    }
}
