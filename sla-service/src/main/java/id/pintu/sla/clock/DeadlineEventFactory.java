package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.stay.ResponsibleParty;
import id.pintu.sla.policy.ClockLimit;
import id.pintu.sla.policy.SlaPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Factory of {@code deadline-set} and {@code deadline-moved} events: computes a deadline by the policy that is valid on the
 * day the turn began, and by the calendar that is in force now. Events that follow when time passes come from its
 * {@link DueEventCalculator}. Thread-safe.
 */
public final class DeadlineEventFactory {

    private final Supplier<InstitutionCalendars> calendars;
    private final SlaPolicies policies;
    private final DueEventCalculator dueEventCalculator;

    /**
     * @param calendars supplies the calendars that are in force now
     */
    public DeadlineEventFactory(Supplier<InstitutionCalendars> calendars, SlaPolicies policies) {
        this.calendars = calendars;
        this.policies = policies;
        this.dueEventCalculator = new DueEventCalculator(calendars, policies);
    }

    public Supplier<InstitutionCalendars> calendars() {
        return calendars;
    }

    public SlaPolicies policies() {
        return policies;
    }

    /** Computes reminders, escalations and closures of the deadlines set here. */
    public DueEventCalculator dueEventCalculator() {
        return dueEventCalculator;
    }

    /** The clock of a turn that this event begins. */
    DeadlineSet start(ComplaintClockState clocks, SlaClockType clock, ComplaintEvent event, Instant now) {
        EventMetadata stamp =
                EventMetadata.of(event.complaintId(), event.id(), DeadlineSet.class, sequence(clock), now);
        return deadlineSet(stamp, clocks, clock, event.at(), List.of());
    }

    /** The clock of a turn that goes on, after a pause or by another limit. */
    DeadlineSet resume(
            ComplaintClockState clocks,
            DeadlineState open,
            Optional<ClockPause> pause,
            ComplaintEvent event,
            Instant now) {
        DeadlineBasis basis = open.basis();
        List<ClockPause> pauses =
                Stream.concat(basis.pauses().stream(), pause.stream()).toList();
        EventMetadata stamp = EventMetadata.causedBy(event, DeadlineSet.class, now);
        return deadlineSet(stamp, clocks, open.clock(), basis.start(), pauses);
    }

    /** A deadline that was met, set once more as it was. */
    DeadlineSet reinstate(DeadlineState former, ComplaintEvent event, Instant now) {
        DeadlineSet set = former.set();
        return new DeadlineSet(
                EventMetadata.of(event.complaintId(), event.id(), DeadlineSet.class, sequence(set.clock()), now),
                set.clock(),
                set.policy(),
                set.remindAt(),
                set.dueAt(),
                set.basis());
    }

    /** The move of an open deadline to the calendar in force now; empty where its due time stays. */
    public Optional<DeadlineMoved> moved(DeadlineState open, Instant now) {
        InstitutionCalendars current = calendars.get();
        DeadlineBasis basis = open.basis();
        WorkingCalendar calendar = current.of(basis.institution(), basis.zone());
        Instant due = DeadlineCalculator.due(calendar, basis);
        return due.equals(open.set().dueAt())
                ? Optional.empty()
                : Optional.of(new DeadlineMoved(
                        EventMetadata.of(
                                open.set().complaintId(), open.id(), DeadlineMoved.class, current.version(), now),
                        open.clock(),
                        open.set().dueAt(),
                        dueEventCalculator
                                .reminders(open.clock(), calendar, basis, due)
                                .findFirst()
                                .orElse(due),
                        due,
                        withCalendarVersion(current, calendar, basis, due),
                        current.latestDecreeName()));
    }

    private DeadlineSet deadlineSet(
            EventMetadata stamp,
            ComplaintClockState clocks,
            SlaClockType clock,
            Instant start,
            List<ClockPause> pauses) {
        ResponsibleParty party = clocks.partyOf(clock);
        InstitutionCalendars current = calendars.get();
        WorkingCalendar calendar = current.of(party.institution(), party.zone());
        ClockLimit limit = policies.limit(clock, clocks.kind(), calendar.dayOf(start));
        DeadlineBasis counted = new DeadlineBasis(
                party.institution(),
                party.zone(),
                party.assignment(),
                start,
                limit.days(),
                limit.unit(),
                pauses,
                0,
                false);
        Instant due = DeadlineCalculator.due(calendar, counted);
        Instant remindAt = dueEventCalculator
                .reminders(clock, calendar, counted, due)
                .findFirst()
                .orElse(due);
        return new DeadlineSet(
                stamp, clock, limit.name(), remindAt, due, withCalendarVersion(current, calendar, counted, due));
    }

    private static DeadlineBasis withCalendarVersion(
            InstitutionCalendars calendars, WorkingCalendar calendar, DeadlineBasis basis, Instant due) {
        return basis.withCalendar(calendars.version(), DeadlineCalculator.provisional(calendar, basis.start(), due));
    }

    /** One event may start a turn's clock and the overall one: the sequence number keeps their event ids apart. */
    private static int sequence(SlaClockType clock) {
        return clock == SlaClockType.OVERALL ? 1 : 0;
    }
}
