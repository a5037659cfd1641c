package id.pintu.sla.http;

import id.pintu.events.SlaEvent.Clock;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * One clock of a complaint.
 *
 * @param policy name of the limit that set it
 * @param remindAt when the responsible people are reminded
 * @param dueAt the last instant that is still in time
 * @param zone the one its working days are counted in
 */
record ClockView(Clock clock, String policy, State state, Instant setAt, Instant remindAt, Instant dueAt, ZoneId zone) {

    /** {@code MISSED} for as long as the step is still owed; {@code MET} in time, late, or no longer owed. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum State {
        RUNNING,
        PAUSED,
        MET,
        MISSED
    }

    static List<ClockView> of(ComplaintClocks clocks) {
        return clocks.deadlines().values().stream()
                .map(deadline -> of(deadline, deadline.basis().zone()))
                .sorted(Comparator.comparing(ClockView::setAt).thenComparing(ClockView::clock))
                .toList();
    }

    private static ClockView of(Deadline deadline, ZoneId zone) {
        return new ClockView(
                deadline.clock(),
                deadline.set().policy(),
                state(deadline),
                deadline.set().at(),
                deadline.set().remindAt(),
                deadline.set().dueAt(),
                zone);
    }

    private static State state(Deadline deadline) {
        return switch (deadline.state()) {
            case MET -> State.MET;
            case PAUSED -> State.PAUSED;
            case RUNNING -> deadline.missedAt().isPresent() ? State.MISSED : State.RUNNING;
        };
    }
}
