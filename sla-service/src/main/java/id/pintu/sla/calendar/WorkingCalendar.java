package id.pintu.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Immutable working calendar of one institution: counts working days and office time in its time zone and its office
 * hours, without its holidays. No due time falls on a closed day. Limited to the years 2000 to 2109, of which decrees
 * can close days until 2099.
 *
 * <p>The day of the start is day 0 when it is a working day and its office hours are not over; otherwise day 0 is the
 * next working day. Day 1 is the working day after day 0. A limit of n working days ends at the close of day n.
 */
public final class WorkingCalendar {

    private static final int DAY_SECONDS = 86_400;
    private static final Instant CENTURY = Instant.ofEpochSecond((long) WorkingDayTable.FIRST * DAY_SECONDS);

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Optional<ZoneOffset> fixedOffset;
    private final WorkingDayTable days;

    WorkingCalendar(ZoneId zone, WorkingDayTable days) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.fixedOffset =
                rules.nextTransition(CENTURY) == null ? Optional.of(rules.getOffset(CENTURY)) : Optional.empty();
        this.days = days;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The same days and hours in another time zone. */
    public WorkingCalendar in(ZoneId other) {
        return new WorkingCalendar(other, days);
    }

    public boolean worksOn(LocalDate day) {
        return days.works((int) day.toEpochDay());
    }

    /** Whether this year has a national decree; a deadline counted in another year may still move. */
    public boolean decreed(int year) {
        return days.decreed(year);
    }

    /** The date of an instant in this calendar's zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofEpochDay(day(instant));
    }

    /** The close of the n-th working day. */
    public Instant afterWorkingDays(Instant start, int n) {
        return close(days.nth(days.workedBefore(dayZero(start)) + n));
    }

    /** The close of the n-th day of the ordinary calendar or, when that is a closed day, of the next working day. */
    public Instant afterCalendarDays(Instant start, int n) {
        return close(days.onOrAfter(day(start) + n));
    }

    /** The close of the n-th working day after the day of this instant, whatever the time of day. */
    public Instant workingDaysPast(Instant instant, int n) {
        int onward = days.onOrAfter(day(instant));
        return close(days.nth(days.workedBefore(onward) + n));
    }

    /** The first instant by which this much office time has passed since the start. */
    public Instant afterWorkingTime(Instant start, Duration work) {
        if (work.isZero()) {
            return later(start, open(dayZero(start)));
        }
        long reached = officeNanos(start) + work.toNanos();
        int day = days.dayReaching(reached);
        return open(day).plusNanos(reached - days.minutesBefore(day) * WorkingDayTable.MINUTE_NANOS);
    }

    /** Office time between two instants; zero if the second is not later. */
    public Duration workingTime(Instant from, Instant to) {
        return Duration.ofNanos(Math.max(0, officeNanos(to) - officeNanos(from)));
    }

    /** Number of working days after day 0 of the start, up to and including the day of the end. */
    public int workingDays(Instant start, Instant end) {
        return Math.max(0, days.workedBefore(day(end) + 1) - days.workedBefore(dayZero(start) + 1));
    }

    /**
     * Reminder time one working day before the due time: at the same time of day, or at the close if that is earlier or
     * the due time is a close. If the limit is too short, when the office opens on the last day.
     */
    public Instant reminder(Instant start, Instant due) {
        int last = day(due);
        int eve = days.nth(days.workedBefore(last) - 1);
        if (eve <= dayZero(start)) {
            return later(start, open(last));
        }
        Instant sameTime = due.minusSeconds((long) (last - eve) * DAY_SECONDS);
        return due.equals(close(last)) || sameTime.isAfter(close(eve)) ? close(eve) : sameTime;
    }

    /** Day 0 of a count. */
    LocalDate dayZeroOf(Instant start) {
        return LocalDate.ofEpochDay(dayZero(start));
    }

    WorkingDayTable days() {
        return days;
    }

    private int dayZero(Instant start) {
        int day = day(start);
        return days.works(day) && start.isBefore(close(day)) ? day : days.onOrAfter(day + 1);
    }

    private int day(Instant instant) {
        return (int) Math.floorDiv(localSecond(instant), DAY_SECONDS);
    }

    /** Office time from 2000-01-01 to this instant. */
    private long officeNanos(Instant instant) {
        int day = day(instant);
        Duration ofDay = Duration.between(midnight(day), instant);
        long shift = (days.closes(day) - days.opens(day)) * WorkingDayTable.MINUTE_NANOS;
        return days.minutesBefore(day) * WorkingDayTable.MINUTE_NANOS
                + Math.clamp(ofDay.toNanos() - days.opens(day) * WorkingDayTable.MINUTE_NANOS, 0, shift);
    }

    private Instant midnight(int day) {
        return instant(day, 0);
    }

    private long localSecond(Instant instant) {
        ZoneOffset offset = fixedOffset.isPresent() ? fixedOffset.get() : rules.getOffset(instant);
        return instant.getEpochSecond() + offset.getTotalSeconds();
    }

    private Instant open(int day) {
        return instant(day, days.opens(day));
    }

    private Instant close(int day) {
        return instant(day, days.closes(day));
    }

    private Instant instant(int day, int minute) {
        long local = (long) day * DAY_SECONDS + minute * 60L;
        ZoneOffset offset = fixedOffset.isPresent()
                ? fixedOffset.get()
                : rules.getOffset(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
        return Instant.ofEpochSecond(local - offset.getTotalSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
