package id.pintu.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** What the clocks say. Said by sla-service. */
public sealed interface SlaEvent extends ComplaintEvent {

    /** Which limit runs. */
    SlaClockType clock();

    /**
     * A clock started or started again.
     *
     * @param policy name of the limit that set it, such as {@code follow-up-complaint-14-working-days}
     * @param remindAt when the responsible people are first reminded
     * @param dueAt the last instant that is still in time, at the close of office hours
     * @param basis what it was counted from
     */
    record DeadlineSet(
            EventMetadata stamp,
            SlaClockType clock,
            String policy,
            Instant remindAt,
            Instant dueAt,
            DeadlineBasis basis)
            implements SlaEvent {}

    /**
     * The calendar changed under a clock that runs or rests. Its cause is the {@code deadline-set} it moves.
     *
     * @param from the last instant that was in time by the former calendar
     * @param dueAt the last instant that is in time now
     * @param decree what changed the calendar, as officials cite it
     */
    record DeadlineMoved(
            EventMetadata stamp,
            SlaClockType clock,
            Instant from,
            Instant remindAt,
            Instant dueAt,
            DeadlineBasis basis,
            String decree)
            implements SlaEvent {}

    /**
     * A reminder before the deadline.
     *
     * @param level 1 for the first reminder
     */
    record DeadlineNeared(EventMetadata stamp, SlaClockType clock, Instant dueAt, int level) implements SlaEvent {}

    /**
     * The limit passed without the step it asks for: an escalation.
     *
     * @param level 1 for the first escalation, one more for each that follows while nothing happens
     * @param escalatedTo who is told, such as {@code institution-head}
     * @param needsConsent true where the case is handed on to somebody only because its reporter agreed, as to the
     *     Ombudsman; said once for a complaint
     */
    record DeadlineMissed(
            EventMetadata stamp, SlaClockType clock, Instant dueAt, int level, String escalatedTo, boolean needsConsent)
            implements SlaEvent {}

    /** The step was taken, in time or late, or is no longer owed. */
    record DeadlineMet(EventMetadata stamp, SlaClockType clock) implements SlaEvent {}

    /** The clock rests while the reporter is asked; a new {@link DeadlineSet} follows when it goes on. */
    record DeadlinePaused(EventMetadata stamp, SlaClockType clock) implements SlaEvent {}

    /** Nothing more is owed to anybody. */
    record ComplaintClosed(EventMetadata stamp, SlaClockType clock, ClosureReason outcome) implements SlaEvent {}

    /**
     * What a deadline was counted from: enough to explain it, and to count it again by another calendar.
     *
     * @param institution whose turn it is, {@code DESK} for the national desk
     * @param zone in which its days are counted
     * @param assignment number of the assignment it belongs to, 0 before the first
     * @param start the step that began the turn
     * @param days the limit
     * @param pauses when the clock rested, in order
     * @param calendar version of the calendar it was counted by
     * @param provisional whether it reaches into a year whose calendar was not decreed yet
     */
    record DeadlineBasis(
            String institution,
            ZoneId zone,
            int assignment,
            Instant start,
            int days,
            DeadlineUnit unit,
            List<ClockPause> pauses,
            int calendar,
            boolean provisional) {
        public DeadlineBasis {
            pauses = List.copyOf(pauses);
        }

        /** The same basis, counted by another version of the calendar. */
        public DeadlineBasis withCalendar(int version, boolean provisionally) {
            return new DeadlineBasis(institution, zone, assignment, start, days, unit, pauses, version, provisionally);
        }
    }

    /** A rest of a clock. */
    record ClockPause(Instant from, Instant to) {}

    /** What a limit counts. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DeadlineUnit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    /** The limits of sp4n-lapor. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum SlaClockType {
        DESK_VERIFICATION,
        INSTITUTION_VERIFICATION,
        FOLLOW_UP,
        REPORTER_SILENCE,
        /** From the report to the answer, whoever has it meanwhile. */
        OVERALL
    }

    /** Why a complaint was closed. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ClosureReason {
        /** The reporter stayed silent after the answer. */
        SILENCE,
        /** The reporter rated the answer. */
        RATED
    }
}
