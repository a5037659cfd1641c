package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.GracePeriod;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.calendar.InstitutionCalendars;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.clock.stay.ResponsibleParty;
import id.pintu.sla.policy.ClockLimit;
import id.pintu.sla.policy.SlaPolicies;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Sequence number of an extension: it belongs to the turn that some event began. */
    private static final int EXTENDED = 3;

    /** Sequence number of the end of a pause without reply; a question may also start the clock that it pauses. */
    private static final int PAUSE_ENDED = 2;

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
        return deadlineSet(stamp, clocks, clock, event.at(), List.of(), Optional.empty(), Optional.empty());
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
        DeadlineSet resumed =
                deadlineSet(stamp, clocks, open.clock(), basis.start(), pauses, basis.grace(), basis.extension());
        return isShortened(open, resumed, event.at())
                ? deadlineSet(
                        stamp,
                        clocks,
                        open.clock(),
                        basis.start(),
                        pauses,
                        Optional.of(grace(resumed, event.at())),
                        basis.extension())
                : resumed;
    }

    /** The clock of a question without reply runs on: the pause ends at the policy's limit. */
    public Optional<DeadlineSet> endOfPause(ComplaintClockState clocks, ComplaintId id, Instant now) {
        return pauseEndsAt(clocks)
                .filter(end -> !now.isBefore(end))
                .flatMap(end -> clocks.deadlines().open().map(open -> {
                    CurrentClockPhase current = clocks.handling().currentPhase();
                    ClockPause pause = new ClockPause(current.askedAt().orElseThrow(), end);
                    DeadlineSet set = deadlineSet(
                            EventMetadata.of(id, current.beganBy(), DeadlineSet.class, PAUSE_ENDED, now),
                            clocks,
                            open.clock(),
                            open.basis().start(),
                            Stream.concat(open.basis().pauses().stream(), Stream.of(pause))
                                    .toList(),
                            open.basis().grace(),
                            open.basis().extension());
                    return withPauseLimit(set, policies.pauseLimit(dayOfStart(set)));
                }));
    }

    /** When the pause of an unanswered question ends at the latest; empty if the clock is not paused. */
    public Optional<Instant> pauseEndsAt(ComplaintClockState clocks) {
        CurrentClockPhase current = clocks.handling().currentPhase();
        return current.phase() != CurrentClockPhase.ClockPhase.ASKED
                ? Optional.empty()
                : clocks.deadlines()
                        .open()
                        .filter(open -> open.status() == DeadlineState.DeadlineStatus.PAUSED)
                        .flatMap(open -> current.askedAt()
                                .map(asked -> calendarOf(open.set())
                                        .afterWorkingDays(asked, policies.pauseLimit(dayOfStart(open.set())))));
    }

    /** The clock of a follow-up with more time. */
    DeadlineSet extend(
            ComplaintClockState clocks, DeadlineState open, int workingDays, ExtensionRequested request, Instant now) {
        DeadlineBasis basis = open.basis();
        return deadlineSet(
                EventMetadata.of(
                        request.complaintId(),
                        clocks.handling().currentPhase().beganBy(),
                        DeadlineSet.class,
                        EXTENDED,
                        now),
                clocks,
                open.clock(),
                basis.start(),
                basis.pauses(),
                basis.grace(),
                Optional.of(new Extension(workingDays, request.reason(), request.at())));
    }

    /** Working days by which the policy extends this deadline, once. */
    Optional<Integer> extensionOf(DeadlineState open) {
        return policies.extension(dayOfStart(open.set()));
    }

    /** The limit that applies now to an open deadline. */
    String limitName(ComplaintClockState clocks, DeadlineState open) {
        return policies.limit(open.clock(), clocks.kind(), dayOfStart(open.set()))
                .name();
    }

    private boolean isShortened(DeadlineState open, DeadlineSet resumed, Instant at) {
        boolean hadTimeLeft = open.status() == DeadlineState.DeadlineStatus.PAUSED
                || open.set().dueAt().isAfter(at);
        return hadTimeLeft
                && !resumed.policy().equals(open.set().policy())
                && resumed.dueAt().isBefore(DeadlineCalculator.end(calendarOf(resumed), grace(resumed, at)));
    }

    GracePeriod grace(DeadlineSet set, Instant from) {
        return new GracePeriod(from, policies.reclassificationGrace(dayOfStart(set)));
    }

    private static DeadlineSet withPauseLimit(DeadlineSet set, int workingDays) {
        return new DeadlineSet(
                set.stamp(),
                set.clock(),
                set.policy(),
                set.remindAt(),
                set.dueAt(),
                set.basis(),
                Optional.of(workingDays));
    }

    WorkingCalendar calendarOf(DeadlineSet set) {
        return calendars.get().of(set.basis().institution(), set.basis().zone());
    }

    private LocalDate dayOfStart(DeadlineSet set) {
        return LocalDate.ofInstant(set.basis().start(), set.basis().zone());
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
        return moved(open, calendars.get(), now);
    }

    /**
     * The next move of an open deadline: to the first version of the calendar after the one it was counted by that changes
     * its due time, so that each of several decrees entered at once is credited with its own moves.
     */
    public Optional<DeadlineMoved> nextMove(DeadlineState open, Instant now) {
        return calendars.get().versionsAfter(open.basis().calendar()).stream()
                .flatMap(each -> moved(open, each, now).stream())
                .findFirst();
    }

    private Optional<DeadlineMoved> moved(DeadlineState open, InstitutionCalendars current, Instant now) {
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

    /** A clock with everything that it is counted from; of a grace period the later end applies. */
    DeadlineSet deadlineSet(
            EventMetadata stamp,
            ComplaintClockState clocks,
            SlaClockType clock,
            Instant start,
            List<ClockPause> pauses,
            Optional<GracePeriod> grace,
            Optional<Extension> extension) {
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
                false,
                grace,
                extension);
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
    static int sequence(SlaClockType clock) {
        return clock == SlaClockType.OVERALL ? 1 : 0;
    }
}
