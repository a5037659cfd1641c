package id.pintu.portal.inbox;

import id.pintu.events.SlaEvent.DeadlineBasis;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Latest reading of one clock of a complaint.
 *
 * @param at when it was set, moved, met or paused
 * @param dueAt the last instant that is in time
 * @param policy name of the limit, such as {@code follow-up-complaint-14-working-days}
 * @param basis what the deadline was counted from
 * @param level number of the escalations so far; 0 means it was not missed
 * @param decree citation of the decree that moved it, if one did
 */
public record InboxClock(
        Instant at,
        InboxClockPhase phase,
        Instant dueAt,
        String policy,
        DeadlineBasis basis,
        int level,
        Optional<String> decree) {

    /** Whether a clock runs. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    public enum InboxClockPhase {
        RUNNING,
        PAUSED,
        MET
    }

    InboxClock to(InboxClockPhase next, Instant since) {
        return new InboxClock(since, next, dueAt, policy, basis, level, decree);
    }

    InboxClock missed(int reached) {
        return new InboxClock(at, phase, dueAt, policy, basis, Math.max(level, reached), decree);
    }

    public boolean isRunning() {
        return phase == InboxClockPhase.RUNNING;
    }
}
