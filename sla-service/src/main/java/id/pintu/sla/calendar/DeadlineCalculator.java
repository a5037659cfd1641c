package id.pintu.sla.calendar;

import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineUnit;
import id.pintu.events.SlaEvent.Extension;
import id.pintu.events.SlaEvent.GracePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stateless calculator of due times from a {@link DeadlineBasis}, and of the day-by-day explanation of how one was counted. */
public final class DeadlineCalculator {

    private DeadlineCalculator() {}

    /** The last instant that is on time. After a pause exactly the working time remains that was left when it began. */
    public static Instant due(WorkingCalendar calendar, DeadlineBasis basis) {
        Instant due = unpaused(calendar, basis);
        boolean graceIsDue = basis.grace().isPresent();
        for (ClockPause pause : basis.pauses()) {
            if (graceIsDue && !pause.from().isBefore(basis.grace().get().from())) {
                due = withGrace(calendar, basis, due);
                graceIsDue = false;
            }
            Duration left = calendar.workingTime(pause.from(), due);
            due = calendar.afterWorkingTime(pause.to(), left);
        }
        return graceIsDue ? withGrace(calendar, basis, due) : due;
    }

    /** The end of a grace period: the close of its last working day. */
    public static Instant end(WorkingCalendar calendar, GracePeriod grace) {
        return calendar.afterWorkingDays(grace.from(), grace.workingDays());
    }

    private static Instant withGrace(WorkingCalendar calendar, DeadlineBasis basis, Instant due) {
        return basis.grace()
                .map(grace -> end(calendar, grace))
                .filter(end -> end.isAfter(due))
                .orElse(due);
    }

    /** Whether the count touches a year without a national decree. */
    public static boolean provisional(WorkingCalendar calendar, Instant start, Instant due) {
        return !undecreedYears(calendar, start, due).isEmpty();
    }

    /** Explains the due time, one entry for each day from the start to the due day. */
    public static DeadlineExplanation explain(WorkingCalendar calendar, DeadlineBasis basis) {
        Instant due = due(calendar, basis);
        List<DeadlineExplanation.ExplainedDay> days = new ArrayList<>();
        LocalDate last = calendar.dayOf(due);
        int counted = 0;
        for (LocalDate date = calendar.dayOf(basis.start()); !date.isAfter(last); date = date.plusDays(1)) {
            DeadlineExplanation.ExplainedDay day = explainedDay(calendar, basis, date, counted);
            days.add(day);
            counted = day.count();
        }
        return new DeadlineExplanation(basis, calendar.zone(), due, days, undecreedYears(calendar, basis.start(), due));
    }

    private static DeadlineExplanation.ExplainedDay explainedDay(
            WorkingCalendar calendar, DeadlineBasis basis, LocalDate date, int before) {
        boolean counts = basis.unit() == DeadlineUnit.CALENDAR_DAYS || calendar.worksOn(date);
        LocalDate zero = basis.unit() == DeadlineUnit.CALENDAR_DAYS
                ? calendar.dayOf(basis.start())
                : calendar.dayZeroOf(basis.start());
        Optional<WorkingDayTable.ClosedDay> closed = calendar.days().closedBy(date);
        int count = counts && date.isAfter(zero) && !isPausedAtClose(calendar, basis, date) ? before + 1 : before;
        return new DeadlineExplanation.ExplainedDay(
                date,
                mark(calendar, basis, date, zero, count > before),
                count,
                closed.map(WorkingDayTable.ClosedDay::name).orElse(""),
                closed.map(WorkingDayTable.ClosedDay::decree).orElse(""));
    }

    private static DeadlineExplanation.ExplainedDayMark mark(
            WorkingCalendar calendar, DeadlineBasis basis, LocalDate date, LocalDate zero, boolean counted) {
        if (date.equals(zero)) {
            return DeadlineExplanation.ExplainedDayMark.DAY_ZERO;
        }
        if (counted && (basis.unit() == DeadlineUnit.WORKING_DAYS || calendar.worksOn(date))) {
            return DeadlineExplanation.ExplainedDayMark.COUNTED;
        }
        if (calendar.days().closedBy(date).isPresent()) {
            return DeadlineExplanation.ExplainedDayMark.CLOSED;
        }
        if (!calendar.worksOn(date)) {
            return DeadlineExplanation.ExplainedDayMark.WEEKEND;
        }
        return date.isBefore(zero)
                ? DeadlineExplanation.ExplainedDayMark.AFTER_HOURS
                : DeadlineExplanation.ExplainedDayMark.PAUSED;
    }

    /** A day is not counted when the clock is paused at its close. */
    private static boolean isPausedAtClose(WorkingCalendar calendar, DeadlineBasis basis, LocalDate date) {
        LocalTime close = LocalTime.MIN.plusMinutes(calendar.days().closes((int) date.toEpochDay()));
        Instant end = date.atTime(close).atZone(calendar.zone()).toInstant();
        return basis.pauses().stream()
                .anyMatch(pause -> pause.from().isBefore(end) && !pause.to().isBefore(end));
    }

    private static Instant unpaused(WorkingCalendar calendar, DeadlineBasis basis) {
        int extension = basis.extension().map(Extension::workingDays).orElse(0);
        return switch (basis.unit()) {
            case WORKING_DAYS -> calendar.afterWorkingDays(basis.start(), basis.days() + extension);
            case CALENDAR_DAYS -> {
                Instant due = calendar.afterCalendarDays(basis.start(), basis.days());
                yield extension == 0 ? due : calendar.workingDaysPast(due, extension);
            }
        };
    }

    private static List<Integer> undecreedYears(WorkingCalendar calendar, Instant start, Instant due) {
        return IntStream.rangeClosed(
                        calendar.dayOf(start).getYear(), calendar.dayOf(due).getYear())
                .filter(year -> !calendar.decreed(year))
                .boxed()
                .toList();
    }
}
