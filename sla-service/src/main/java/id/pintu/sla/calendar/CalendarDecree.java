package id.pintu.sla.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One decision about days: a joint decree of three ministers, a governor's circular, an institution's own.
 *
 * @param name as officials cite it, such as {@code SKB 3 Menteri 1497/2/5-2025}
 * @param scope for whom: {@code ""} for the whole country, {@code 51} for a province and all in it, or an institution's
 *     code
 * @param hours shorter or longer office hours on some dates, such as those of Ramadan
 * @param by who entered it
 * @param why in a few words
 * @param since when it was entered; of two that name one date, the later one counts
 */
public record CalendarDecree(
        String name,
        String scope,
        List<DecreedDay> days,
        List<DecreedOfficeHours> hours,
        String by,
        String why,
        Instant since) {

    /** The whole country. */
    public static final String NATION = "";

    public CalendarDecree {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a decree has a name");
        }
        if (!scope.matches("|\\d\\d|[A-Z][A-Z0-9.]*")) {
            throw new IllegalArgumentException(
                    "scope is empty, a province such as 51, or an institution such as D.51.71, not " + scope);
        }
    }

    /** One date it names, and what people call that day. */
    public record DecreedDay(LocalDate date, String name, DecreedDayKind kind) {}

    /** Why a day is closed, or that it is not after all. */
    public enum DecreedDayKind {
        LIBUR_NASIONAL,
        CUTI_BERSAMA,
        LIBUR_PEMILU,
        LIBUR_DAERAH,
        /** Withdrawn: a working day again. */
        DIBATALKAN
    }

    /** Office hours from one date to another, both included. */
    public record DecreedOfficeHours(String name, LocalDate from, LocalDate to, OfficeHours week) {
        public DecreedOfficeHours {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("hours end before they begin: " + from + " to " + to);
            }
        }
    }

    /** Whether an institution of this code lives by it. */
    boolean binds(String institution) {
        return scope.isEmpty()
                || scope.equals(institution)
                || institution.equals("D." + scope)
                || institution.equals("P." + scope)
                || (scope.length() == 2 && institution.startsWith("D." + scope + "."));
    }
}
