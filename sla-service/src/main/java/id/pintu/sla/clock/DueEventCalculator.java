package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.GracePeriod;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.policy.EscalationStep;
import id.pintu.sla.policy.SlaPolicies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stateless calculator of the events that fall due on a deadline as time passes: reminders, escalation levels, and the
 * closing of a complaint whose reporter stays silent.
 *
 * @param calendars supplies the calendars in force now
 */
public record DueEventCalculator(Supplier<InstitutionCalendars> calendars, SlaPolicies policies) {

    /**
     * Event to emit.
     *
     * @param since the instant from which it is due
     */
    public record DueEvent(Instant since, ComplaintEvent event) {}

    /** The next instant at which an event may fall due on this deadline; empty if none will. */
    public Optional<Instant> nextAlarmAt(DeadlineState deadline, OmbudsmanConsent consent) {
        if (deadline.escalation().level() == 0) {
            Instant due = deadline.set().dueAt();
            return remindersOf(deadline)
                    .skip(deadline.escalation().reminded())
                    .filter(at -> at.isBefore(due))
                    .findFirst()
                    .or(() -> Optional.of(due));
        }
        return nextStep(deadline, consent).map(step -> since(deadline, step));
    }

    /**
     * The event that is due now and not in the ledger yet: a reminder or, after the due time, the next escalation level.
     * Reminders missed during a downtime are skipped. The event id is derived from the deadline's id, so every instance
     * emits the same one at any time.
     */
    public Optional<DueEvent> dueEvent(DeadlineState deadline, OmbudsmanConsent consent, Instant now) {
        DeadlineSet set = deadline.set();
        if (!now.isAfter(set.dueAt())) {
            return remindersOf(deadline)
                    .skip(deadline.escalation().reminded())
                    .findFirst()
                    .filter(at -> !now.isBefore(at))
                    .map(at -> new DueEvent(at, neared(deadline, now)));
        }
        if (set.clock() == SlaClockType.REPORTER_SILENCE) {
            return Optional.of(new DueEvent(
                    set.dueAt(),
                    new ComplaintClosed(
                            EventMetadata.causedBy(set, ComplaintClosed.class, now),
                            set.clock(),
                            ClosureReason.SILENCE)));
        }
        return nextStep(deadline, consent)
                .filter(step -> now.isAfter(since(deadline, step)))
                .map(step -> new DueEvent(since(deadline, step), missed(deadline, step, now)));
    }

    private static DeadlineNeared neared(DeadlineState deadline, Instant now) {
        int level = deadline.escalation().reminded() + 1;
        DeadlineSet set = deadline.set();
        return new DeadlineNeared(
                EventMetadata.of(
                        set.complaintId(),
                        set.id(),
                        DeadlineNeared.class,
                        deadline.escalation().reminded(),
                        now),
                set.clock(),
                set.dueAt(),
                level);
    }

    private static DeadlineMissed missed(DeadlineState deadline, EscalationStep step, Instant now) {
        int level = deadline.escalation().level() + 1;
        DeadlineSet set = deadline.set();
        return new DeadlineMissed(
                EventMetadata.of(set.complaintId(), set.id(), DeadlineMissed.class, level, now),
                set.clock(),
                set.dueAt(),
                level,
                step.to(),
                step.needsConsent());
    }

    /** A level that needs the reporter's consent waits for it, and so do all levels after it. */
    private Optional<EscalationStep> nextStep(DeadlineState deadline, OmbudsmanConsent consent) {
        return policies.escalationSteps(deadline.clock(), dayOfStart(deadline)).stream()
                .skip(deadline.escalation().level())
                .findFirst()
                .filter(step -> !step.needsConsent() || consent == OmbudsmanConsent.GIVEN);
    }

    private Instant since(DeadlineState deadline, EscalationStep step) {
        Instant due = deadline.set().dueAt();
        return step.workingDaysAfter() == 0 ? due : calendarOf(deadline).workingDaysPast(due, step.workingDaysAfter());
    }

    private Stream<Instant> remindersOf(DeadlineState deadline) {
        return reminders(
                deadline.clock(),
                calendarOf(deadline),
                deadline.basis(),
                deadline.set().dueAt());
    }

    /** Reminder times of a deadline; after a pause or an extension only those that lie after it, so that none is repeated. */
    Stream<Instant> reminders(SlaClockType clock, WorkingCalendar calendar, DeadlineBasis basis, Instant due) {
        Instant resumed = basis.pauses().isEmpty()
                ? basis.start()
                : basis.pauses().getLast().to();
        Instant running = Stream.of(
                        Optional.of(resumed),
                        basis.grace().map(GracePeriod::from),
                        basis.extension().map(Extension::from))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(resumed);
        return policies.reminders(clock, calendar.dayOf(basis.start())).stream()
                .flatMap(reminder -> reminder.at(calendar, basis.start(), due).stream())
                .filter(at -> !at.isBefore(running))
                .sorted();
    }

    private WorkingCalendar calendarOf(DeadlineState deadline) {
        DeadlineBasis basis = deadline.basis();
        return calendars.get().of(basis.institution(), basis.zone());
    }

    private LocalDate dayOfStart(DeadlineState deadline) {
        return calendarOf(deadline).dayOf(deadline.basis().start());
    }
}
