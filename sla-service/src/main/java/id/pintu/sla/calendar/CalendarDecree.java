package id.pintu.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Immutable record of one decree about working days: a joint decree of three ministers (SKB 3 Menteri), a governor's
 * circular, or an institution's own decision.
 *
 * @param name as officials cite it, such as {@code SKB 3 Menteri 1497/2/5-2025}
 * @param scope {@code ""} for the whole country, {@code 51} for a province and all institutions in it, or an institution's
 *     code
 * @param hours shorter or longer office hours on some dates, such as those of Ramadan
 * @param by who entered it
 * @param why reason given by the person who entered it
 * @param since when it was entered; of two decrees that name one date, the one entered later applies
 */
public record CalendarDecree(
        String name,
        String scope,
        List<DecreedDay> days,
        List<DecreedOfficeHours> hours,
        String by,
        String why,
        Instant since) {

    /** Scope of the whole country. */
    public static final String NATION = "";

    public CalendarDecree {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a decree needs a name");
        }
        if (!scope.matches("|\\d\\d|[A-Z][A-Z0-9.]*")) {
            throw new IllegalArgumentException(
                    "scope is empty, a province such as 51, or an institution such as D.51.71, not " + scope);
        }
    }

    /** One date that a decree names, with the name of the holiday. */
    public record DecreedDay(LocalDate date, String name, DecreedDayKind kind) {}

    /** Kind of a decreed day: why it is closed, or that it is open again. */
    public enum DecreedDayKind {
        LIBUR_NASIONAL,
        CUTI_BERSAMA,
        LIBUR_PEMILU,
        LIBUR_DAERAH,
        /** Withdrawn: the day is a working day again. */
        DIBATALKAN
    }

    /** Office hours of a range of dates, both ends included. */
    public record DecreedOfficeHours(String name, LocalDate from, LocalDate to, OfficeHours week) {
        public DecreedOfficeHours {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("office hours end before they begin: " + from + " to " + to);
            }
            if (to.isAfter(from.plusYears(1))) {
                throw new IllegalArgumentException(
                        "special office hours last at most a year, not " + from + " to " + to);
            }
        }
    }

    /** Whether the institution with this code is in its scope. */
    boolean appliesTo(String institution) {
        return scope.isEmpty()
                || scope.equals(institution)
                || institution.equals("D." + scope)
                || institution.equals("P." + scope)
                || (scope.length() == 2 && institution.startsWith("D." + scope + "."));
    }
}
