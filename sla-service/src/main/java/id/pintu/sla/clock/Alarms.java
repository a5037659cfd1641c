package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.policy.Policies;
import id.pintu.sla.policy.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What follows from a deadline as time goes by: reminders, levels of its ladder, the end of a silence.
 *
 * @param almanac the one that holds now
 */
record Alarms(Supplier<Almanac> almanac, Policies policies) {

    /** Something to say, and the instant that made it so. */
    record Firing(Instant since, ComplaintEvent event) {}

    /** The next instant at which something may have to be said, if there is one. */
    Optional<Instant> nextAlarm(Deadline deadline, Consent consent) {
        if (deadline.level() == 0) {
            Instant due = deadline.set().dueAt();
            return remindersOf(deadline)
                    .skip(deadline.reminded())
                    .filter(at -> at.isBefore(due))
                    .findFirst()
                    .or(() -> Optional.of(due));
        }
        return nextRung(deadline, consent).map(rung -> since(deadline, rung));
    }

    /**
     * What there is to say now, if nobody has: a reminder or, once it is due and gone, the next level. Reminders that
     * were slept through are left out. Its id follows from the deadline's, so it is the same whoever says it, and when.
     */
    Optional<Firing> firing(Deadline deadline, Consent consent, Instant now) {
        DeadlineSet set = deadline.set();
        if (!now.isAfter(set.dueAt())) {
            return remindersOf(deadline)
                    .skip(deadline.reminded())
                    .findFirst()
                    .filter(at -> !now.isBefore(at))
                    .map(at -> new Firing(at, neared(deadline, now)));
        }
        if (set.clock() == Clock.REPORTER_SILENCE) {
            return Optional.of(new Firing(
                    set.dueAt(),
                    new ComplaintClosed(Stamp.after(set, ComplaintClosed.class, now), set.clock(), Outcome.SILENCE)));
        }
        return nextRung(deadline, consent)
                .filter(rung -> now.isAfter(since(deadline, rung)))
                .map(rung -> new Firing(since(deadline, rung), missed(deadline, rung, now)));
    }

    private static DeadlineNeared neared(Deadline deadline, Instant now) {
        int level = deadline.reminded() + 1;
        DeadlineSet set = deadline.set();
        return new DeadlineNeared(
                Stamp.of(set.complaintId(), set.id(), DeadlineNeared.class, deadline.reminded(), now),
                set.clock(),
                set.dueAt(),
                Optional.of(level));
    }

    private static DeadlineMissed missed(Deadline deadline, Rung rung, Instant now) {
        int level = deadline.level() + 1;
        DeadlineSet set = deadline.set();
        return new DeadlineMissed(
                Stamp.of(set.complaintId(), set.id(), DeadlineMissed.class, level, now),
                set.clock(),
                set.dueAt(),
                level,
                rung.to(),
                rung.needsConsent() ? Optional.of(true) : Optional.empty());
    }

    /** A level that needs the reporter's consent waits for it, and so does whatever would come after it. */
    private Optional<Rung> nextRung(Deadline deadline, Consent consent) {
        return policies.ladder(deadline.clock(), dayOfStart(deadline)).stream()
                .skip(deadline.level())
                .findFirst()
                .filter(rung -> !rung.needsConsent() || consent == Consent.GIVEN);
    }

    private Instant since(Deadline deadline, Rung rung) {
        Instant due = deadline.set().dueAt();
        return rung.workingDaysAfter() == 0 ? due : calendarOf(deadline).workingDaysPast(due, rung.workingDaysAfter());
    }

    private Stream<Instant> remindersOf(Deadline deadline) {
        return reminders(
                deadline.clock(),
                calendarOf(deadline),
                deadline.basis(),
                deadline.set().dueAt());
    }

    /** Those of a clock that has rested lie behind its rest: nobody is reminded twice of the same half. */
    Stream<Instant> reminders(Clock clock, WorkingCalendar calendar, Basis basis, Instant due) {
        Instant running = basis.pauses().isEmpty()
                ? basis.start()
                : basis.pauses().getLast().to();
        return policies.reminders(clock, calendar.dayOf(basis.start())).stream()
                .flatMap(reminder -> reminder.at(calendar, basis.start(), due).stream())
                .filter(at -> !at.isBefore(running))
                .sorted();
    }

    private WorkingCalendar calendarOf(Deadline deadline) {
        Basis basis = deadline.basis();
        return almanac.get().of(basis.institution(), basis.zone());
    }

    private LocalDate dayOfStart(Deadline deadline) {
        return calendarOf(deadline).dayOf(deadline.basis().start());
    }
}
