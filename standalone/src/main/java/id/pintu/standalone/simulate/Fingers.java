package id.pintu.standalone.simulate;

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
 * Counts working days as a clerk with a wall calendar does: from day to day, one finger each. It shares no line with
 * sla-service's calendar, only the table of holidays.
 */
final class Fingers {

    private static final LocalTime OPENS = LocalTime.of(7, 30);

    private final Set<LocalDate> closed = new HashSet<>();

    Fingers() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fingers.class.getResourceAsStream("/sla/holidays.csv")),
                StandardCharsets.UTF_8))) {
            table.lines().skip(1).forEach(line -> closed.add(LocalDate.parse(line.substring(0, 10))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }

    Instant close(LocalDate day, ZoneId zone) {
        LocalTime close = day.getDayOfWeek() == DayOfWeek.FRIDAY ? LocalTime.of(16, 30) : LocalTime.of(16, 0);
        return ZonedDateTime.of(day, close, zone).toInstant();
    }

    Instant open(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, OPENS, zone).toInstant();
    }

    LocalDate dayZero(Instant start, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        while (!works(day) || !start.isBefore(close(day, zone))) {
            day = day.plusDays(1);
        }
        return day;
    }

    Instant due(Instant start, int days, ZoneId zone) {
        return close(onward(dayZero(start, zone), days), zone);
    }

    Instant calendarDue(Instant start, int days, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone).plusDays(days);
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return close(day, zone);
    }

    /** So many working days from this day on, or back. */
    LocalDate onward(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(Integer.signum(days));
            left -= works(day) ? 1 : 0;
        }
        return day;
    }

    int workingDays(LocalDate after, LocalDate upTo) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            count += works(day) ? 1 : 0;
        }
        return count;
    }

    /** The due time when a clock rested from one instant to another: what was left is given back, day by day. */
    Instant resumed(Instant due, Instant from, Instant to, ZoneId zone) {
        Duration left = Duration.ZERO;
        for (LocalDate day = LocalDate.ofInstant(from, zone);
                !day.isAfter(LocalDate.ofInstant(due, zone));
                day = day.plusDays(1)) {
            if (works(day)) {
                Instant begin = max(from, open(day, zone));
                Instant end = due.isBefore(close(day, zone)) ? due : close(day, zone);
                left = begin.isBefore(end) ? left.plus(Duration.between(begin, end)) : left;
            }
        }
        LocalDate day = dayZero(to, zone);
        Instant begin = max(to, open(day, zone));
        while (left.compareTo(Duration.between(begin, close(day, zone))) > 0) {
            left = left.minus(Duration.between(begin, close(day, zone)));
            day = onward(day, 1);
            begin = open(day, zone);
        }
        return begin.plus(left);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
