package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.Basis;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.SlaEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From a basis to the last instant in time, and the way there, day by day. */
public final class Counting {

    private Counting() {}

    /** The last instant still in time. A pause gives back exactly the working time that was left when it began. */
    public static Instant due(WorkingCalendar calendar, Basis basis) {
        Instant due = unpaused(calendar, basis);
        for (Pause pause : basis.pauses()) {
            Duration left = calendar.workingTime(pause.from(), due);
            due = calendar.afterWorkingTime(pause.to(), left);
        }
        return due;
    }

    /** Whether the count touches a year whose calendar nobody decreed yet. */
    public static boolean provisional(WorkingCalendar calendar, Instant start, Instant due) {
        return !undecreed(calendar, start, due).isEmpty();
    }

    /** How the deadline came about. */
    public static Explanation explain(WorkingCalendar calendar, Basis basis) {
        Instant due = due(calendar, basis);
        List<Explanation.Line> lines = new ArrayList<>();
        LocalDate last = calendar.dayOf(due);
        int counted = 0;
        for (LocalDate date = calendar.dayOf(basis.start()); !date.isAfter(last); date = date.plusDays(1)) {
            Explanation.Line line = line(calendar, basis, date, counted);
            lines.add(line);
            counted = line.count();
        }
        return new Explanation(basis, calendar.zone(), due, lines, undecreed(calendar, basis.start(), due));
    }

    private static Explanation.Line line(WorkingCalendar calendar, Basis basis, LocalDate date, int before) {
        boolean counts = basis.unit() == Unit.CALENDAR_DAYS || calendar.worksOn(date);
        LocalDate zero =
                basis.unit() == Unit.CALENDAR_DAYS ? calendar.dayOf(basis.start()) : calendar.dayZeroOf(basis.start());
        Optional<DayTable.Closed> closed = calendar.days().closedBy(date);
        int count = counts && date.isAfter(zero) && !rests(calendar, basis, date) ? before + 1 : before;
        return new Explanation.Line(
                date,
                mark(calendar, basis, date, zero, count > before),
                count,
                closed.map(DayTable.Closed::name).orElse(""),
                closed.map(DayTable.Closed::decree).orElse(""));
    }

    private static Explanation.Mark mark(
            WorkingCalendar calendar, Basis basis, LocalDate date, LocalDate zero, boolean counted) {
        if (date.equals(zero)) {
            return Explanation.Mark.DAY_ZERO;
        }
        if (counted && (basis.unit() == Unit.WORKING_DAYS || calendar.worksOn(date))) {
            return Explanation.Mark.COUNTED;
        }
        if (calendar.days().closedBy(date).isPresent()) {
            return Explanation.Mark.CLOSED;
        }
        if (!calendar.worksOn(date)) {
            return Explanation.Mark.WEEKEND;
        }
        return date.isBefore(zero) ? Explanation.Mark.AFTER_HOURS : Explanation.Mark.PAUSED;
    }

    /** A day on whose close the clock rests is not one of the days it gives. */
    private static boolean rests(WorkingCalendar calendar, Basis basis, LocalDate date) {
        LocalTime close = LocalTime.MIN.plusMinutes(calendar.days().closes((int) date.toEpochDay()));
        Instant end = date.atTime(close).atZone(calendar.zone()).toInstant();
        return basis.pauses().stream()
                .anyMatch(pause -> pause.from().isBefore(end) && !pause.to().isBefore(end));
    }

    private static Instant unpaused(WorkingCalendar calendar, Basis basis) {
        return switch (basis.unit()) {
            case WORKING_DAYS -> calendar.afterWorkingDays(basis.start(), basis.days());
            case CALENDAR_DAYS -> calendar.afterCalendarDays(basis.start(), basis.days());
        };
    }

    private static List<Integer> undecreed(WorkingCalendar calendar, Instant start, Instant due) {
        return IntStream.rangeClosed(
                        calendar.dayOf(start).getYear(), calendar.dayOf(due).getYear())
                .filter(year -> !calendar.decreed(year))
                .boxed()
                .toList();
    }
}
