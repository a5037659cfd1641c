package id.pintu.sla.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import id.pintu.sla.calendar.CalendarDecree;
import id.pintu.sla.calendar.HolidayListing;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.core.io.Resource;

/**
 * CSV codec of decrees: columns {@code date,name,kind,source} and, for a day that is not closed in the whole country,
 * {@code scope}. Rows of one source and scope are one decree.
 */
public final class HolidayCsvCodec {

    private HolidayCsvCodec() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a row has no date such as {@code 2026-03-19} or an unknown kind; the message names
     *     the file and the line
     */
    public static List<CalendarDecree> read(Resource table) {
        try (InputStream bytes = table.getInputStream()) {
            return read(String.valueOf(table.getFilename()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    /**
     * Reads a table.
     *
     * @param name of the file, for messages
     */
    public static List<CalendarDecree> read(String name, InputStream table) throws IOException {
        Map<List<String>, List<CalendarDecree.DecreedDay>> decrees = new LinkedHashMap<>();
        forEachRow(
                name,
                table,
                (row, day) -> decrees.computeIfAbsent(
                                List.of(text(row, "source"), text(row, "scope")), key -> new ArrayList<>())
                        .add(day));
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
     * @throws IllegalArgumentException as {@link #read}
     */
    public static HolidayListing days(String name, InputStream table) throws IOException {
        List<HolidayListing.ListedHoliday> days = new ArrayList<>();
        forEachRow(
                name,
                table,
                (row, day) -> days.add(new HolidayListing.ListedHoliday((int) row.getStartingLineNumber(), day)));
        return new HolidayListing(days, List.of());
    }

    private static void forEachRow(
            String name, InputStream table, BiConsumer<NamedCsvRecord, CalendarDecree.DecreedDay> reader)
            throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                reader.accept(row, day(name, row));
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(name + " is not a CSV table: " + e.getMessage(), e);
        }
    }

    /** Writes the days of these decrees as a table that {@link #read} reads. */
    public static String write(List<CalendarDecree> decrees) {
        StringWriter table = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(table)) {
            rows.writeRecord("date", "name", "kind", "source", "scope");
            for (CalendarDecree decree : decrees) {
                decree.days()
                        .forEach(day -> rows.writeRecord(
                                day.date().toString(),
                                day.name(),
                                day.kind().name().toLowerCase(Locale.ROOT),
                                decree.name(),
                                decree.scope()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static CalendarDecree.DecreedDay day(String name, NamedCsvRecord row) {
        try {
            return new CalendarDecree.DecreedDay(
                    LocalDate.parse(text(row, "date")),
                    text(row, "name"),
                    CalendarDecree.DecreedDayKind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    name + " line " + row.getStartingLineNumber()
                            + ": expected a date such as 2026-03-19 and a kind such as cuti_bersama",
                    e);
        }
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
