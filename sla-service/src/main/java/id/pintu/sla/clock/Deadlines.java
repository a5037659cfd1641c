package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.Stamp;
import id.pintu.sla.calendar.Almanac;
import id.pintu.sla.calendar.Counting;
import id.pintu.sla.calendar.WorkingCalendar;
import id.pintu.sla.policy.Limit;
import id.pintu.sla.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sets deadlines: by the policy of the day their turn began, and by the calendar that holds now. What follows from one as
 * time goes by is told by its {@link Alarms}.
 *
 * @param almanac the one that holds now
 */
public record Deadlines(Supplier<Almanac> almanac, Policies policies) {

    /** What follows from a deadline as time goes by. */
    Alarms alarms() {
        return new Alarms(almanac, policies);
    }

    /** A turn begins. */
    DeadlineSet start(ComplaintClocks clocks, Clock clock, ComplaintEvent heard, Instant now) {
        Place place = clocks.placeOf(clock);
        WorkingCalendar calendar = almanac.get().of(place.institution(), place.zone());
        Limit limit = policies.limit(clock, clocks.kind(), calendar.dayOf(heard.at()));
        return set(
                clock,
                limit,
                place,
                heard.at(),
                List.of(),
                Stamp.of(heard.complaintId(), heard.id(), DeadlineSet.class, sequence(clock), now));
    }

    /** A turn goes on, after a pause or by another limit. */
    DeadlineSet again(
            ComplaintClocks clocks, Deadline open, Optional<Pause> rested, ComplaintEvent heard, Instant now) {
        Basis basis = open.basis();
        Place place = clocks.placeOf(open.clock());
        WorkingCalendar calendar = almanac.get().of(place.institution(), place.zone());
        Limit limit = policies.limit(open.clock(), clocks.kind(), calendar.dayOf(basis.start()));
        List<Pause> pauses =
                Stream.concat(basis.pauses().stream(), rested.stream()).toList();
        return set(open.clock(), limit, place, basis.start(), pauses, Stamp.after(heard, DeadlineSet.class, now));
    }

    /** The same deadline, asked for once more. */
    DeadlineSet goesOn(Deadline former, ComplaintEvent heard, Instant now) {
        DeadlineSet set = former.set();
        return new DeadlineSet(
                Stamp.of(heard.complaintId(), heard.id(), DeadlineSet.class, sequence(set.clock()), now),
                set.clock(),
                set.policy(),
                set.remindAt(),
                set.dueAt(),
                set.basis());
    }

    /** What the calendar that holds now makes of an open deadline, if that is another one. */
    Optional<DeadlineMoved> moved(Deadline open, Instant now) {
        Almanac newest = almanac.get();
        Basis basis = open.basis();
        WorkingCalendar calendar = newest.of(basis.institution(), basis.zone());
        Instant due = Counting.due(calendar, basis);
        return due.equals(open.set().dueAt())
                ? Optional.empty()
                : Optional.of(new DeadlineMoved(
                        Stamp.of(open.set().complaintId(), open.id(), DeadlineMoved.class, newest.version(), now),
                        open.clock(),
                        open.set().dueAt(),
                        alarms().reminders(open.clock(), calendar, basis, due)
                                .findFirst()
                                .orElse(due),
                        due,
                        by(newest, calendar, basis, due),
                        newest.newest()));
    }

    private DeadlineSet set(Clock clock, Limit limit, Place place, Instant start, List<Pause> pauses, Stamp stamp) {
        Almanac newest = almanac.get();
        WorkingCalendar calendar = newest.of(place.institution(), place.zone());
        Basis counted = new Basis(
                place.institution(),
                place.zone(),
                place.assignment(),
                start,
                limit.days(),
                limit.unit(),
                pauses,
                0,
                false);
        Instant due = Counting.due(calendar, counted);
        Instant remindAt =
                alarms().reminders(clock, calendar, counted, due).findFirst().orElse(due);
        return new DeadlineSet(
                stamp, clock, limit.name(), remindAt, due, Optional.of(by(newest, calendar, counted, due)));
    }

    private static Basis by(Almanac almanac, WorkingCalendar calendar, Basis basis, Instant due) {
        return new Basis(
                basis.institution(),
                basis.zone(),
                basis.assignment(),
                basis.start(),
                basis.days(),
                basis.unit(),
                basis.pauses(),
                almanac.version(),
                Counting.provisional(calendar, basis.start(), due));
    }

    /** One event may start both a turn and the overall clock: their ids differ by the second one's number. */
    private static int sequence(Clock clock) {
        return clock == Clock.OVERALL ? 1 : 0;
    }
}
