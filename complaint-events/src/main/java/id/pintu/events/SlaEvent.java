package id.pintu.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** Event emitted by sla-service: a step of one of the clocks of a complaint. */
public sealed interface SlaEvent extends ComplaintEvent {

    /** The clock it belongs to. */
    SlaClockType clock();

    /**
     * A clock started, resumed or got a new limit.
     *
     * @param policy name of the limit, such as {@code follow-up-complaint-14-working-days}
     * @param remindAt time of the first reminder
     * @param dueAt last instant that is in time, at the end of office hours
     * @param basis inputs the deadline was calculated from
     * @param pauseLimit working days after which a pause ended although the reporter had not replied, so that the clock runs
     *     on; empty otherwise
     */
    record DeadlineSet(
            EventMetadata stamp,
            SlaClockType clock,
            String policy,
            Instant remindAt,
            Instant dueAt,
            DeadlineBasis basis,
            Optional<Integer> pauseLimit)
            implements SlaEvent {

        /** A clock that does not run on after a question without reply. */
        public DeadlineSet(
                EventMetadata stamp,
                SlaClockType clock,
                String policy,
                Instant remindAt,
                Instant dueAt,
                DeadlineBasis basis) {
            this(stamp, clock, policy, remindAt, dueAt, basis, Optional.empty());
        }
    }

    /**
     * The deadline of a running or paused clock changed because the working calendar did. The cause is the
     * {@code deadline-set} event that it changes.
     *
     * @param from former {@code dueAt}
     * @param dueAt last instant that is in time now
     * @param decree citation of the decree that changed the calendar
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
     * A reminder is due before the deadline.
     *
     * @param level number of the reminder, from 1
     */
    record DeadlineNeared(EventMetadata stamp, SlaClockType clock, Instant dueAt, int level) implements SlaEvent {}

    /**
     * An escalation: the deadline passed without the required step.
     *
     * @param level number of the escalation, from 1; it grows while the step is still missing
     * @param escalatedTo recipient of the escalation, such as {@code institution-head}
     * @param needsConsent whether this level is a handover that needed the reporter's consent, as to the Ombudsman;
     *     emitted once per complaint
     */
    record DeadlineMissed(
            EventMetadata stamp, SlaClockType clock, Instant dueAt, int level, String escalatedTo, boolean needsConsent)
            implements SlaEvent {}

    /** The required step was taken, in time or late, or is no longer required. */
    record DeadlineMet(EventMetadata stamp, SlaClockType clock) implements SlaEvent {}

    /**
     * The clock paused while the reporter is asked a question; a new {@link DeadlineSet} follows when it resumes: after the
     * reply or, without one, when the policy's limit of a pause is reached.
     */
    record DeadlinePaused(EventMetadata stamp, SlaClockType clock) implements SlaEvent {}

    /** The institution gets no more time for its follow-up; its deadline stays. */
    record ExtensionRefused(EventMetadata stamp, SlaClockType clock, ExtensionRefusal reason) implements SlaEvent {}

    /** The complaint is closed; no clock runs any more. */
    record ComplaintClosed(EventMetadata stamp, SlaClockType clock, ClosureReason outcome) implements SlaEvent {}

    /**
     * Inputs of a deadline calculation: enough to explain the deadline, and to recalculate it with another calendar.
     *
     * @param institution code of the party that has to act; {@code DESK} for the national desk
     * @param zone time zone its days are counted in
     * @param assignment number of the assignment, 0 before the first
     * @param start time of the event that started the clock
     * @param days the limit
     * @param pauses in chronological order
     * @param calendar version of the working calendar that was used
     * @param provisional whether the deadline reaches into a year without a decreed calendar
     * @param grace working time that is left at least; empty unless the limit was changed or set late
     * @param extension time added to the limit; empty unless the institution asked for it and got it
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
            boolean provisional,
            Optional<GracePeriod> grace,
            Optional<Extension> extension) {
        public DeadlineBasis {
            pauses = List.copyOf(pauses);
        }

        /** A basis without an extension. */
        public DeadlineBasis(
                String institution,
                ZoneId zone,
                int assignment,
                Instant start,
                int days,
                DeadlineUnit unit,
                List<ClockPause> pauses,
                int calendar,
                boolean provisional,
                Optional<GracePeriod> grace) {
            this(
                    institution,
                    zone,
                    assignment,
                    start,
                    days,
                    unit,
                    pauses,
                    calendar,
                    provisional,
                    grace,
                    Optional.empty());
        }

        /** A basis without a grace period and an extension. */
        public DeadlineBasis(
                String institution,
                ZoneId zone,
                int assignment,
                Instant start,
                int days,
                DeadlineUnit unit,
                List<ClockPause> pauses,
                int calendar,
                boolean provisional) {
            this(institution, zone, assignment, start, days, unit, pauses, calendar, provisional, Optional.empty());
        }

        /** The same basis, counted by another version of the calendar. */
        public DeadlineBasis withCalendar(int version, boolean provisionally) {
            return new DeadlineBasis(
                    institution, zone, assignment, start, days, unit, pauses, version, provisionally, grace, extension);
        }

        /** The same basis, with at least this much time. */
        public DeadlineBasis withGrace(GracePeriod period) {
            return new DeadlineBasis(
                    institution,
                    zone,
                    assignment,
                    start,
                    days,
                    unit,
                    pauses,
                    calendar,
                    provisional,
                    Optional.of(period),
                    extension);
        }
    }

    /**
     * Time added to a limit at the institution's request.
     *
     * @param workingDays added to the limit
     * @param reason why the institution needs them, in its words
     * @param from when it asked for them
     */
    record Extension(int workingDays, String reason, Instant from) {}

    /**
     * Time that the party has at least, counted from when the limit became known to it: a reclassification may shorten a
     * limit to one that has passed.
     *
     * @param from when the limit was changed or set
     * @param workingDays the deadline is not before the end of this working day after it
     */
    record GracePeriod(Instant from, int workingDays) {}

    /** Pause of a clock. */
    record ClockPause(Instant from, Instant to) {}

    /** Unit of a limit. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum DeadlineUnit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    /** Type of clock; the limits are those of SP4N-LAPOR. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum SlaClockType {
        DESK_VERIFICATION,
        INSTITUTION_VERIFICATION,
        FOLLOW_UP,
        REPORTER_SILENCE,
        /** From the report to the answer, across all parties. */
        OVERALL
    }

    /** Reason why an extension is not granted. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ExtensionRefusal {
        /** The policy provides for none. */
        NO_POLICY,
        /** The clock was extended before, as often as the policy allows. */
        ALREADY_EXTENDED,
        /** No follow-up of the institution is running: it has not begun, is paused, late or over. */
        NOT_RUNNING
    }

    /** Reason for closing a complaint. */
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    enum ClosureReason {
        /** The reporter did not respond to the answer in time. */
        SILENCE,
        /** The reporter rated the answer. */
        RATED
    }
}
