package id.pintu.notification.institutions;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reading of one clock of a complaint.
 *
 * @param institution code of the party that has to act
 * @param at when it was last set, moved, paused or met
 * @param dueAt the last instant that is in time
 * @param running whether it is neither paused nor met
 * @param expiries since it was set, in the order of their levels; none once the step was taken
 */
public record InstitutionClock(
        String institution, Instant at, Instant dueAt, boolean running, List<ClockExpiry> expiries) {

    public InstitutionClock {
        expiries = List.copyOf(expiries);
    }

    InstitutionClock movedTo(Instant due, Instant now) {
        return new InstitutionClock(institution, now, due, running, expiries);
    }

    InstitutionClock stopped(Instant now) {
        return new InstitutionClock(institution, now, dueAt, false, List.of());
    }

    /** An expiry that is known changes nothing. */
    InstitutionClock withExpiry(ClockExpiry expiry) {
        return !running || expiries.stream().anyMatch(known -> known.event().equals(expiry.event()))
                ? this
                : new InstitutionClock(
                        institution,
                        at,
                        dueAt,
                        true,
                        Stream.concat(expiries.stream(), Stream.of(expiry)).toList());
    }
}
