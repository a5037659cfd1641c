package id.pintu.sla.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Immutable table of the days of 2000 to 2109 with prefix sums of working days and office minutes, so that the n-th working
 * day after another is one array access. Half a megabyte. Days are numbered as {@link LocalDate#toEpochDay}.
 */
final class WorkingDayTable {

    static final int FIRST = (int) LocalDate.of(2000, 1, 1).toEpochDay();

    /** No decree closes this day or a later one, so that every limit ends, whatever is decreed. */
    static final int DECREED_END = (int) LocalDate.of(2100, 1, 1).toEpochDay();

    static final int END = (int) LocalDate.of(2110, 1, 1).toEpochDay();

    static final long MINUTE_NANOS = 60_000_000_000L;

    private final Map<LocalDate, ClosedDay> closed;
    private final Set<Integer> decreedYears;
    private final short[] opens = new short[END - FIRST];
    private final short[] closes = new short[END - FIRST];
    private final int[] workedBefore = new int[END - FIRST + 1];
    private final int[] minutesBefore = new int[END - FIRST + 1];
    private final int[] working;

    /** Name and decree of a closed day. */
    record ClosedDay(String name, String decree) {}

    private WorkingDayTable(
            Map<LocalDate, ClosedDay> closed, Set<Integer> decreedYears, Map<LocalDate, OfficeHours> weeks) {
        this.closed = closed;
        this.decreedYears = decreedYears;
        int[] days = new int[END - FIRST];
        int worked = 0;
        for (int i = 0; i < END - FIRST; i++) {
            LocalDate date = LocalDate.ofEpochDay(FIRST + i);
            Optional<OfficeHours.DailyOfficeHours> shift = closed.containsKey(date)
                    ? Optional.empty()
                    : weeks.getOrDefault(date, weeks.getOrDefault(LocalDate.MIN, OfficeHours.NATIONAL))
                            .on(date);
            opens[i] = shift.map(open -> minute(open.opens())).orElse((short) 0);
            closes[i] = shift.map(open -> minute(open.closes())).orElse((short) 0);
            if (shift.isPresent()) {
                days[worked++] = FIRST + i;
            }
            workedBefore[i + 1] = worked;
            minutesBefore[i + 1] = minutesBefore[i] + closes[i] - opens[i];
        }
        this.working = Arrays.copyOf(days, worked);
    }

    /**
     * @param decrees a later one overrides an earlier one
     */
    static WorkingDayTable of(OfficeHours week, List<CalendarDecree> decrees, Set<Integer> decreedYears) {
        Map<LocalDate, ClosedDay> closed = new HashMap<>();
        Map<LocalDate, OfficeHours> weeks = new HashMap<>(Map.of(LocalDate.MIN, week));
        for (CalendarDecree decree : decrees) {
            for (CalendarDecree.DecreedDay day : decree.days()) {
                if (day.date().toEpochDay() >= DECREED_END) {
                    continue;
                }
                if (day.kind() == CalendarDecree.DecreedDayKind.DIBATALKAN) {
                    closed.remove(day.date());
                } else {
                    closed.put(day.date(), new ClosedDay(day.name(), decree.name()));
                }
            }
            decree.hours()
                    .forEach(hours -> hours.from()
                            .datesUntil(hours.to().plusDays(1))
                            .forEach(date -> weeks.put(date, hours.week())));
        }
        return new WorkingDayTable(Map.copyOf(closed), decreedYears, weeks);
    }

    boolean works(int day) {
        return closes[at(day)] > 0;
    }

    /** Minute of the day at which the office opens; 0 on a closed day. */
    int opens(int day) {
        return opens[at(day)];
    }

    int closes(int day) {
        return closes[at(day)];
    }

    int minutesBefore(int day) {
        return minutesBefore[at(day)];
    }

    int workedBefore(int day) {
        return workedBefore[at(day)];
    }

    /** The first working day on or after this day. */
    int onOrAfter(int day) {
        return nth(workedBefore[at(day)]);
    }

    /** The n-th working day of the table, from 0. */
    int nth(int n) {
        if (n < 0 || n >= working.length) {
            throw new DateTimeException("the working calendar covers the years 2000 to 2109 only");
        }
        return working[n];
    }

    /** The day during which this much office time since 2000-01-01 is reached. */
    int dayReaching(long nanos) {
        int low = 0;
        int high = END - FIRST - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (minutesBefore[middle] * MINUTE_NANOS < nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return FIRST + low;
    }

    Optional<ClosedDay> closedBy(LocalDate date) {
        return Optional.ofNullable(closed.get(date));
    }

    boolean decreed(int year) {
        return decreedYears.contains(year);
    }

    private static int at(int day) {
        if (day < FIRST || day >= END) {
            throw new DateTimeException("the working calendar covers the years 2000 to 2109 only");
        }
        return day - FIRST;
    }

    private static short minute(LocalTime time) {
        return (short) (time.toSecondOfDay() / 60);
    }
}
