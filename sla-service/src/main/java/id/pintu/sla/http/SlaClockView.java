package id.pintu.sla.http;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.DeadlineExplanation;
import id.pintu.sla.calendar.DeadlineExplanationFormatter;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * JSON view of one clock of a complaint.
 *
 * @param policy name of the limit that set it
 * @param remindAt when the responsible party is first reminded
 * @param dueAt the last instant that is on time
 * @param zone time zone in which its working days are counted
 * @param level highest escalation level reached; 0 means it was not missed
 * @param derivation how the deadline was counted
 */
record SlaClockView(
        SlaClockType clock,
        String policy,
        ClockStatus state,
        Instant setAt,
        Instant remindAt,
        Instant dueAt,
        ZoneId zone,
        int level,
        DeadlineDerivation derivation) {

    /**
     * Explanation of how the deadline was counted, for an official letter.
     *
     * @param days each day from the start to the due day, with its role in the count
     * @param letter the same as text, Indonesian and English
     */
    record DeadlineDerivation(
            String institution,
            List<DeadlineExplanation.ExplainedDay> days,
            List<ClockPause> pauses,
            List<String> letter) {}

    /** {@code MISSED} as long as the step is still owed; {@code MET} on time, late, or no longer owed. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ClockStatus {
        RUNNING,
        PAUSED,
        MET,
        MISSED
    }

    static List<SlaClockView> of(ComplaintClockState clocks, InstitutionCalendars calendars) {
        return clocks.deadlines().byClock().values().stream()
                .map(deadline -> of(deadline, calendars))
                .sorted(Comparator.comparing(SlaClockView::setAt).thenComparing(SlaClockView::clock))
                .toList();
    }

    private static SlaClockView of(DeadlineState deadline, InstitutionCalendars calendars) {
        return new SlaClockView(
                deadline.clock(),
                deadline.set().policy(),
                state(deadline),
                deadline.set().at(),
                deadline.set().remindAt(),
                deadline.set().dueAt(),
                deadline.basis().zone(),
                deadline.escalation().level(),
                derivation(deadline.basis(), calendars));
    }

    private static DeadlineDerivation derivation(DeadlineBasis basis, InstitutionCalendars calendars) {
        DeadlineExplanation explanation =
                DeadlineCalculator.explain(calendars.of(basis.institution(), basis.zone()), basis);
        return new DeadlineDerivation(
                basis.institution(),
                explanation.lines(),
                basis.pauses(),
                DeadlineExplanationFormatter.lines(explanation));
    }

    private static ClockStatus state(DeadlineState deadline) {
        return switch (deadline.status()) {
            case MET -> ClockStatus.MET;
            case PAUSED -> ClockStatus.PAUSED;
            case RUNNING -> deadline.escalation().missedAt().isPresent() ? ClockStatus.MISSED : ClockStatus.RUNNING;
        };
    }
}
