package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import id.pintu.routing.registry.Connection;
import id.pintu.routing.registry.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The registry as a table that can be kept in a spreadsheet: UTF-8, comma, one header line, several values in a cell
 * divided by semicolons. A column that is missing leaves everything in it as it stands; an empty cell empties it.
 */
public final class RegistryTable {

    private static final String VERSION = "version";

    /**
     * One line that could be read.
     *
     * @param version of the entry it was made from, when the table says so
     */
    public record Row(long line, Entry entry, Optional<Integer> version) {}

    /**
     * One line that could not.
     *
     * @param column empty when the line as a whole cannot be read
     */
    public record Fault(long line, String column, String message) {}

    /** All lines of a table. */
    public record Content(List<Row> rows, List<Fault> faults) {}

    private RegistryTable() {}

    /** The entries with their versions. */
    public static String write(Map<Entry, Integer> versions) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>();
            versions.forEach((entry, version) -> {
                Map<String, String> columns = entry.columns();
                if (header.isEmpty()) {
                    header.addAll(columns.keySet());
                    header.add(VERSION);
                    csv.writeRecord(header);
                }
                List<String> fields = new ArrayList<>(columns.values());
                fields.add(String.valueOf(version));
                csv.writeRecord(fields);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * @param standing the entries as they are, by code
     */
    public static Content read(String csv, Map<String, Entry> standing) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                long line = row.getStartingLineNumber();
                try {
                    Row one = row(row, line, standing);
                    if (!codes.add(one.entry().code())) {
                        throw new Unusable("code", "a line before has it already");
                    }
                    rows.add(one);
                } catch (Unusable e) {
                    faults.add(new Fault(line, e.column, e.message));
                }
            }
        } catch (CsvParseException e) {
            faults.add(
                    new Fault(rows.isEmpty() ? 1 : rows.getLast().line() + 1, "", "is not readable as CSV from here"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(rows, faults);
    }

    /** An entry as the bundled tables have it, where columns may be missing. */
    static Entry entry(NamedCsvRecord row) {
        return entry(new LinkedHashMap<>(row.getFieldsAsMap()));
    }

    private static Row row(NamedCsvRecord row, long line, Map<String, Entry> standing) {
        Map<String, String> given = row.getFieldsAsMap();
        String code = given.getOrDefault("code", "").strip();
        if (code.isEmpty()) {
            throw new Unusable("code", "is required");
        }
        Map<String, String> columns = Optional.ofNullable(standing.get(code))
                .map(Entry::columns)
                .orElseGet(() -> new LinkedHashMap<>(Map.of("connected", "tidak")));
        columns.putAll(given);
        return new Row(line, entry(columns), version(given));
    }

    private static Entry entry(Map<String, String> columns) {
        return new Entry(
                text(columns, "code").orElse(""),
                text(columns, "name").orElse(""),
                text(columns, "short_name"),
                several(columns, "aliases"),
                text(columns, "kind").orElse(""),
                text(columns, "region_code"),
                text(columns, "parent"),
                connection(columns),
                several(columns, "sms_keywords").stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .toList(),
                text(columns, "source"));
    }

    private static Connection connection(Map<String, String> columns) {
        boolean connected = switch (text(columns, "connected").orElse("tidak")) {
            case "ya" -> true;
            case "tidak" -> false;
            default -> throw new Unusable("connected", "is ya or tidak");
        };
        try {
            return new Connection(
                    connected,
                    text(columns, "decree"),
                    text(columns, "connected_since").map(LocalDate::parse));
        } catch (DateTimeParseException e) {
            throw new Unusable("connected_since", "is a date such as 2026-01-31");
        }
    }

    private static Optional<Integer> version(Map<String, String> columns) {
        try {
            return text(columns, VERSION).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new Unusable(VERSION, "is a number");
        }
    }

    private static Optional<String> text(Map<String, String> columns, String column) {
        return Optional.of(columns.getOrDefault(column, "").strip()).filter(value -> !value.isEmpty());
    }

    private static List<String> several(Map<String, String> columns, String column) {
        return Stream.of(columns.getOrDefault(column, "").split(";", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;
        private final String message;

        Unusable(String column, String message) {
            super(column + " " + message);
            this.column = column;
            this.message = message;
        }
    }
}
