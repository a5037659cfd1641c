package id.pintu.standalone.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Slow reference implementation of the working calendar that counts day by day. It shares the table of national holidays
 * with sla-service's calendar, and no code.
 */
final class ReferenceCalendar {

    private static final LocalTime OPENS = LocalTime.of(7, 30);

    private final Set<LocalDate> closed = new HashSet<>();

    ReferenceCalendar() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceCalendar.class.getResourceAsStream("/sla/holidays.csv")),
                StandardCharsets.UTF_8))) {
            table.lines().skip(1).forEach(line -> closed.add(LocalDate.parse(line.substring(0, 10))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }

    Instant closingTime(LocalDate day, ZoneId zone) {
        LocalTime close = day.getDayOfWeek() == DayOfWeek.FRIDAY ? LocalTime.of(16, 30) : LocalTime.of(16, 0);
        return ZonedDateTime.of(day, close, zone).toInstant();
    }

    Instant openingTime(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, OPENS, zone).toInstant();
    }

    LocalDate dayZero(Instant start, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        while (!isWorkingDay(day) || !start.isBefore(closingTime(day, zone))) {
            day = day.plusDays(1);
        }
        return day;
    }

    Instant dueAfterWorkingDays(Instant start, int days, ZoneId zone) {
        return closingTime(plusWorkingDays(dayZero(start, zone), days), zone);
    }

    Instant dueAfterCalendarDays(Instant start, int days, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone).plusDays(days);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return closingTime(day, zone);
    }

    /** The day a number of working days later; a negative number goes back. */
    LocalDate plusWorkingDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(Integer.signum(days));
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    int countWorkingDays(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    /** Due time after a pause: the office hours that were left at its start are counted again from its end, day by day. */
    Instant dueAfterPause(Instant due, Instant from, Instant to, ZoneId zone) {
        Duration left = Duration.ZERO;
        for (LocalDate day = LocalDate.ofInstant(from, zone);
                !day.isAfter(LocalDate.ofInstant(due, zone));
                day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                Instant begin = max(from, openingTime(day, zone));
                Instant end = due.isBefore(closingTime(day, zone)) ? due : closingTime(day, zone);
                left = begin.isBefore(end) ? left.plus(Duration.between(begin, end)) : left;
            }
        }
        LocalDate day = dayZero(to, zone);
        Instant begin = max(to, openingTime(day, zone));
        while (left.compareTo(Duration.between(begin, closingTime(day, zone))) > 0) {
            left = left.minus(Duration.between(begin, closingTime(day, zone)));
            day = plusWorkingDays(day, 1);
            begin = openingTime(day, zone);
        }
        return begin.plus(left);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
