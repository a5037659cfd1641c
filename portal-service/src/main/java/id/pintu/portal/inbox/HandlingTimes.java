package id.pintu.portal.inbox;

import java.time.Instant;
import java.util.Optional;

/**
 * When the responsible institution did what, for its figures. They begin anew with each assignment.
 *
 * @param accepted first act of any kind
 * @param followedUp first follow-up
 * @param resolved first final answer
 * @param missed whether the institution missed a deadline
 * @param contested whether the reporter contested the answer
 */
public record HandlingTimes(
        Optional<Instant> accepted,
        Optional<Instant> followedUp,
        Optional<Instant> resolved,
        boolean missed,
        boolean contested) {

    static final HandlingTimes NONE =
            new HandlingTimes(Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    HandlingTimes accepted(Instant at) {
        return new HandlingTimes(accepted.or(() -> Optional.of(at)), followedUp, resolved, missed, contested);
    }

    HandlingTimes followedUp(Instant at) {
        return new HandlingTimes(accepted, followedUp.or(() -> Optional.of(at)), resolved, missed, contested);
    }

    HandlingTimes resolved(Instant at) {
        return new HandlingTimes(accepted, followedUp, resolved.or(() -> Optional.of(at)), missed, contested);
    }

    HandlingTimes afterMiss() {
        return new HandlingTimes(accepted, followedUp, resolved, true, contested);
    }

    HandlingTimes afterContest() {
        return new HandlingTimes(accepted, followedUp, resolved, missed, true);
    }
}
