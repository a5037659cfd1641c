package id.pintu.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Counts working days and working time as an institution lives them: in its own zone, in its office hours, without its
 * holidays. Nothing is ever due on a closed day.
 *
 * <p>The day of the start is day 0 when it is a working day and its office hours are not over; otherwise day 0 is the
 * next working day. Day 1 is the working day after day 0. A limit of n working days ends at the close of day n.
 *
 * @param holidays closed days besides the weekly ones; a year nobody has decreed yet has none
 */
public record WorkingCalendar(ZoneId zone, OfficeHours hours, Set<LocalDate> holidays) {

    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
    }

    /** The same days and hours, lived in another zone. */
    public WorkingCalendar in(ZoneId other) {
        return new WorkingCalendar(other, hours, holidays);
    }

    public boolean worksOn(LocalDate day) {
        return hours.on(day).isPresent() && !holidays.contains(day);
    }

    /** The day an instant falls on, in this zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The close of the n-th working day. */
    public Instant afterWorkingDays(Instant start, int days) {
        LocalDate day = dayZero(start);
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return close(day);
    }

    /** The close of the n-th day of the ordinary calendar or, when that is a closed day, of the next working day. */
    public Instant afterCalendarDays(Instant start, int days) {
        LocalDate day = dayOf(start).plusDays(days);
        return close(worksOn(day) ? day : nextWorkingDay(day));
    }

    /** The first instant in office hours by which this much working time has passed since the start. */
    public Instant afterWorkingTime(Instant start, Duration work) {
        LocalDate day = dayZero(start);
        Instant from = later(start, open(day));
        Duration left = work;
        while (left.compareTo(Duration.between(from, close(day))) > 0) {
            left = left.minus(Duration.between(from, close(day)));
            day = nextWorkingDay(day);
            from = open(day);
        }
        return from.plus(left);
    }

    /** The time the office is open between two instants; zero when the second is not later. */
    public Duration workingTime(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            if (worksOn(day)) {
                Instant begin = later(from, open(day));
                Instant end = to.isBefore(close(day)) ? to : close(day);
                worked = begin.isBefore(end) ? worked.plus(Duration.between(begin, end)) : worked;
            }
        }
        return worked;
    }

    /**
     * One working day before the deadline, at the same time of day or the close if that comes first; for a deadline at
     * the close, at the close. A limit too short for that is reminded of when the office opens on its last day.
     */
    public Instant reminder(Instant start, Instant due) {
        LocalDate last = dayOf(due);
        LocalDate eve = previousWorkingDay(last);
        if (!eve.isAfter(dayZero(start))) {
            return later(start, open(last));
        }
        LocalTime time = LocalTime.ofInstant(due, zone);
        Instant sameTime = eve.atTime(time).atZone(zone).toInstant();
        return due.equals(close(last)) || sameTime.isAfter(close(eve)) ? close(eve) : sameTime;
    }

    private LocalDate dayZero(Instant start) {
        LocalDate day = dayOf(start);
        return worksOn(day) && start.isBefore(close(day)) ? day : nextWorkingDay(day);
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return worksOn(next) ? next : nextWorkingDay(next);
    }

    private LocalDate previousWorkingDay(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        return worksOn(previous) ? previous : previousWorkingDay(previous);
    }

    private Instant open(LocalDate day) {
        return hours.on(day).orElseThrow().opens().atDate(day).atZone(zone).toInstant();
    }

    private Instant close(LocalDate day) {
        return hours.on(day).orElseThrow().closes().atDate(day).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
