package id.pintu.sla.csv;

import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.HolidayListing;
import id.pintu.support.tables.InvalidTableException;
import id.pintu.support.tables.TableColumns;
import id.pintu.support.tables.TableReader;
import id.pintu.support.tables.TableRow;
import id.pintu.support.tables.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * CSV codec of decrees: columns {@code date,name,kind,source} and, for a day that is not closed in the whole country,
 * {@code scope}. Rows of one source and scope are one decree.
 */
public final class HolidayCsvCodec {

    private static final List<String> HEADER = List.of("date", "name", "kind", "source", "scope");
    private static final TableColumns DECREES =
            TableColumns.of(List.of("date", "name", "kind", "source"), List.of("scope"));
    private static final TableColumns ONE_DECREE =
            TableColumns.of(List.of("date", "name", "kind"), List.of("source", "scope"));

    private HolidayCsvCodec() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a row has no date such as {@code 2026-03-19} or an unknown kind; the message names
     *     the file and the line
     */
    public static List<CalendarDecree> read(Resource table) {
        try {
            return read(table.getContentAsByteArray());
        } catch (InvalidTableException e) {
            throw new IllegalArgumentException(table.getFilename() + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    private static List<CalendarDecree> read(byte[] table) {
        Map<List<String>, List<CalendarDecree.DecreedDay>> decrees = new LinkedHashMap<>();
        for (TableRow row : TableReader.read(table, DECREES).requireRows()) {
            decrees.computeIfAbsent(List.of(row.text("source"), row.text("scope")), key -> new ArrayList<>())
                    .add(day(row));
        }
        return decrees.entrySet().stream()
                .map(each -> new CalendarDecree(
                        each.getKey().getFirst(),
                        each.getKey().getLast(),
                        each.getValue(),
                        List.of(),
                        "",
                        "",
                        Instant.EPOCH))
                .toList();
    }

    /**
     * Reads the days of one decree, from a table that needs no columns {@code source} and {@code scope}.
     *
     * @throws InvalidTableException naming the line
     */
    public static HolidayListing days(byte[] table) {
        return new HolidayListing(
                TableReader.read(table, ONE_DECREE).requireRows().stream()
                        .map(row -> new HolidayListing.ListedHoliday((int) row.line(), day(row)))
                        .toList(),
                List.of());
    }

    /** Writes the days of these decrees as a table that {@link #read} reads. */
    public static String write(List<CalendarDecree> decrees) {
        List<List<String>> rows = new ArrayList<>();
        for (CalendarDecree decree : decrees) {
            decree.days()
                    .forEach(day -> rows.add(List.of(
                            day.date().toString(),
                            day.name(),
                            day.kind().name().toLowerCase(Locale.ROOT),
                            decree.name(),
                            decree.scope())));
        }
        return TableWriter.write(HEADER, rows);
    }

    private static CalendarDecree.DecreedDay day(TableRow row) {
        try {
            return new CalendarDecree.DecreedDay(
                    LocalDate.parse(row.text("date")),
                    row.text("name"),
                    CalendarDecree.DecreedDayKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)));
        } catch (RuntimeException e) {
            throw new InvalidTableException(
                    (int) row.line(), "expected a date such as 2026-03-19 and a kind such as cuti_bersama");
        }
    }
}
