package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.RegistryEntry;
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
public final class RegistryCsvCodec {

    private static final String VERSION = "version";

    /**
     * One line that could be read.
     *
     * @param version of the entry it was made from, when the table says so
     */
    public record RegistryCsvRow(long line, RegistryEntry entry, Optional<Integer> version) {}

    /**
     * One line that could not.
     *
     * @param column empty when the line as a whole cannot be read
     */
    public record RegistryCsvError(long line, String column, String message) {}

    /** All lines of a table. */
    public record RegistryCsvContent(List<RegistryCsvRow> rows, List<RegistryCsvError> errors) {}

    private RegistryCsvCodec() {}

    /** The entries with their versions. */
    public static String write(Map<RegistryEntry, Integer> versions) {
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
     * @param currentEntries the entries as they are, by code
     */
    public static RegistryCsvContent read(String csv, Map<String, RegistryEntry> currentEntries) {
        List<RegistryCsvRow> rows = new ArrayList<>();
        List<RegistryCsvError> errors = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                long line = row.getStartingLineNumber();
                try {
                    RegistryCsvRow parsed = row(row, line, currentEntries);
                    if (!codes.add(parsed.entry().code())) {
                        throw new InvalidCellException("code", "a line before has it already");
                    }
                    rows.add(parsed);
                } catch (InvalidCellException e) {
                    errors.add(new RegistryCsvError(line, e.column, e.message));
                }
            }
        } catch (CsvParseException e) {
            errors.add(new RegistryCsvError(
                    rows.isEmpty() ? 1 : rows.getLast().line() + 1, "", "is not readable as CSV from here"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RegistryCsvContent(rows, errors);
    }

    /** An entry as the bundled tables have it, where columns may be missing. */
    static RegistryEntry entry(NamedCsvRecord row) {
        return entry(new LinkedHashMap<>(row.getFieldsAsMap()));
    }

    private static RegistryCsvRow row(NamedCsvRecord row, long line, Map<String, RegistryEntry> currentEntries) {
        Map<String, String> given = row.getFieldsAsMap();
        String code = given.getOrDefault("code", "").strip();
        if (code.isEmpty()) {
            throw new InvalidCellException("code", "is required");
        }
        Map<String, String> columns = Optional.ofNullable(currentEntries.get(code))
                .map(RegistryEntry::columns)
                .orElseGet(() -> new LinkedHashMap<>(Map.of("connected", "tidak")));
        columns.putAll(given);
        return new RegistryCsvRow(line, entry(columns), version(given));
    }

    private static RegistryEntry entry(Map<String, String> columns) {
        return new RegistryEntry(
                text(columns, "code").orElse(""),
                text(columns, "name").orElse(""),
                text(columns, "short_name"),
                list(columns, "aliases"),
                text(columns, "kind").orElse(""),
                text(columns, "region_code"),
                text(columns, "parent"),
                connection(columns),
                list(columns, "sms_keywords").stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .toList(),
                text(columns, "source"));
    }

    private static FeedConnectionStatus connection(Map<String, String> columns) {
        boolean connected = switch (text(columns, "connected").orElse("tidak")) {
            case "ya" -> true;
            case "tidak" -> false;
            default -> throw new InvalidCellException("connected", "is ya or tidak");
        };
        try {
            return new FeedConnectionStatus(
                    connected,
                    text(columns, "decree"),
                    text(columns, "connected_since").map(LocalDate::parse));
        } catch (DateTimeParseException e) {
            throw new InvalidCellException("connected_since", "is a date such as 2026-01-31");
        }
    }

    private static Optional<Integer> version(Map<String, String> columns) {
        try {
            return text(columns, VERSION).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new InvalidCellException(VERSION, "is a number");
        }
    }

    private static Optional<String> text(Map<String, String> columns, String column) {
        return Optional.of(columns.getOrDefault(column, "").strip()).filter(value -> !value.isEmpty());
    }

    private static List<String> list(Map<String, String> columns, String column) {
        return Stream.of(columns.getOrDefault(column, "").split(";", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static final class InvalidCellException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;
        private final String message;

        InvalidCellException(String column, String message) {
            super(column + " " + message);
            this.column = column;
            this.message = message;
        }
    }
}
