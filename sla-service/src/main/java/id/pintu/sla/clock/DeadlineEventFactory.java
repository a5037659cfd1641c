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

    /** A turn begins. */
    DeadlineSet start(ComplaintClockState clocks, SlaClockType clock, ComplaintEvent event, Instant now) {
        ResponsibleParty party = clocks.partyOf(clock);
        WorkingCalendar calendar = calendars.get().of(party.institution(), party.zone());
        ClockLimit limit = policies.limit(clock, clocks.kind(), calendar.dayOf(event.at()));
        return deadlineSet(
                clock,
                limit,
                party,
                event.at(),
                List.of(),
                EventMetadata.of(event.complaintId(), event.id(), DeadlineSet.class, sequence(clock), now));
    }

    /** A turn goes on, after a pause or by another limit. */
    DeadlineSet resume(
            ComplaintClockState clocks,
            DeadlineState open,
            Optional<ClockPause> pause,
            ComplaintEvent event,
            Instant now) {
        DeadlineBasis basis = open.basis();
        ResponsibleParty party = clocks.partyOf(open.clock());
        WorkingCalendar calendar = calendars.get().of(party.institution(), party.zone());
        ClockLimit limit = policies.limit(open.clock(), clocks.kind(), calendar.dayOf(basis.start()));
        List<ClockPause> pauses =
                Stream.concat(basis.pauses().stream(), pause.stream()).toList();
        return deadlineSet(
                open.clock(),
                limit,
                party,
                basis.start(),
                pauses,
                EventMetadata.causedBy(event, DeadlineSet.class, now));
    }

    /** The same deadline, asked for once more. */
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

    /** What the calendar that holds now makes of an open deadline, if that is another one. */
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
            SlaClockType clock,
            ClockLimit limit,
            ResponsibleParty party,
            Instant start,
            List<ClockPause> pauses,
            EventMetadata stamp) {
        InstitutionCalendars current = calendars.get();
        WorkingCalendar calendar = current.of(party.institution(), party.zone());
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
                stamp,
                clock,
                limit.name(),
                remindAt,
                due,
                Optional.of(withCalendarVersion(current, calendar, counted, due)));
    }

    private static DeadlineBasis withCalendarVersion(
            InstitutionCalendars calendars, WorkingCalendar calendar, DeadlineBasis basis, Instant due) {
        return new DeadlineBasis(
                basis.institution(),
                basis.zone(),
                basis.assignment(),
                basis.start(),
                basis.days(),
                basis.unit(),
                basis.pauses(),
                calendars.version(),
                DeadlineCalculator.provisional(calendar, basis.start(), due));
    }

    /** One event may start both a turn and the overall clock: their ids differ by the second one's number. */
    private static int sequence(SlaClockType clock) {
        return clock == SlaClockType.OVERALL ? 1 : 0;
    }
}
