package id.pintu.sla.http;

import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Counting;
import id.pintu.sla.calendar.Explanation;
import id.pintu.sla.calendar.Letter;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * One clock of a complaint.
 *
 * @param policy name of the limit that set it
 * @param remindAt when the responsible people are reminded
 * @param dueAt the last instant that is still in time
 * @param zone the one its working days are counted in
 * @param level how far its escalation went; 0 means it was not missed
 * @param derivation absent where the deadline was set before it was kept
 */
record ClockView(
        Clock clock,
        String policy,
        State state,
        Instant setAt,
        Instant remindAt,
        Instant dueAt,
        ZoneId zone,
        int level,
        Optional<Derivation> derivation) {

    /**
     * How the deadline was counted, for a letter.
     *
     * @param days each day from the start to the due day, with what it is to the count
     * @param letter the same in words, Indonesian and English
     */
    record Derivation(String institution, List<Explanation.Line> days, List<Pause> pauses, List<String> letter) {}

    /** {@code MISSED} for as long as the step is still owed; {@code MET} in time, late, or no longer owed. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum State {
        RUNNING,
        PAUSED,
        MET,
        MISSED
    }

    static List<ClockView> of(ComplaintClocks clocks, Almanac almanac) {
        return clocks.deadlines().values().stream()
                .map(deadline -> of(deadline, almanac))
                .sorted(Comparator.comparing(ClockView::setAt).thenComparing(ClockView::clock))
                .toList();
    }

    private static ClockView of(Deadline deadline, Almanac almanac) {
        return new ClockView(
                deadline.clock(),
                deadline.set().policy(),
                state(deadline),
                deadline.set().at(),
                deadline.set().remindAt(),
                deadline.set().dueAt(),
                deadline.basis().zone(),
                deadline.level(),
                deadline.set().basis().map(basis -> derivation(basis, almanac)));
    }

    private static Derivation derivation(Basis basis, Almanac almanac) {
        Explanation why = Counting.explain(almanac.of(basis.institution(), basis.zone()), basis);
        return new Derivation(basis.institution(), why.lines(), basis.pauses(), Letter.lines(why));
    }

    private static State state(Deadline deadline) {
        return switch (deadline.state()) {
            case MET -> State.MET;
            case PAUSED -> State.PAUSED;
            case RUNNING -> deadline.missedAt().isPresent() ? State.MISSED : State.RUNNING;
        };
    }
}
