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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CSV codec of the registry, for use with spreadsheets: UTF-8, comma, one header line, several values in a cell
 * separated by semicolons. A missing column leaves its fields unchanged; an empty cell empties the field.
 */
public final class RegistryCsvCodec {

    private static final String VERSION = "version";

    /**
     * Valid row.
     *
     * @param version of the entry that was edited, if the table has it
     */
    public record RegistryCsvRow(long line, RegistryEntry entry, Optional<Integer> version) {}

    /**
     * Error in one row.
     *
     * @param column empty if the row as a whole cannot be parsed
     */
    public record RegistryCsvError(long line, String column, String message) {}

    /** Result of reading a table. */
    public record RegistryCsvContent(List<RegistryCsvRow> rows, List<RegistryCsvError> errors) {}

    private RegistryCsvCodec() {}

    /** Writes the entries with their versions. */
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
     * Reads changes to the registry.
     *
     * @param currentEntries current entries by code, for the columns that the table does not have
     */
    public static RegistryCsvContent read(String csv, Map<String, RegistryEntry> currentEntries) {
        List<RegistryCsvRow> rows = new ArrayList<>();
        List<RegistryCsvError> errors = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                try {
                    RegistryCsvRow parsed = row(row, currentEntries);
                    if (!codes.add(parsed.entry().code())) {
                        throw new InvalidCellException("code", "an earlier line has it already");
                    }
                    rows.add(parsed);
                } catch (InvalidCellException e) {
                    errors.add(new RegistryCsvError(row.getStartingLineNumber(), e.column(), e.reason()));
                }
            }
        } catch (CsvParseException e) {
            errors.add(new RegistryCsvError(
                    rows.isEmpty() ? 1 : rows.getLast().line() + 1, "", "is not valid CSV from here on"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RegistryCsvContent(rows, errors);
    }

    /** The entry of a row; missing columns are empty. */
    static RegistryEntry entry(CsvCells row) {
        return RegistryEntry.builder(
                        row.optional("code").orElse(""),
                        row.optional("name").orElse(""),
                        row.optional("kind").orElse(""))
                .shortName(row.optional("short_name"))
                .aliases(row.values("aliases"))
                .region(row.optional("region_code"))
                .parent(row.optional("parent"))
                .connection(connection(row))
                .smsKeywords(row.values("sms_keywords").stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .toList())
                .source(row.optional("source"))
                .build();
    }

    private static RegistryCsvRow row(NamedCsvRecord row, Map<String, RegistryEntry> currentEntries) {
        CsvCells given = CsvCells.of(row);
        Map<String, String> current = Optional.ofNullable(currentEntries.get(given.required("code")))
                .map(RegistryEntry::columns)
                .orElse(Map.of());
        CsvCells merged = new CsvCells(
                given.line(), column -> row.findField(column).or(() -> Optional.ofNullable(current.get(column))));
        return new RegistryCsvRow(given.line(), entry(merged), given.parsed(VERSION, Integer::valueOf, "is a number"));
    }

    private static FeedConnectionStatus connection(CsvCells row) {
        boolean connected = switch (row.optional("connected").orElse("tidak")) {
            case "ya" -> true;
            case "tidak" -> false;
            default -> throw new InvalidCellException("connected", "is ya or tidak");
        };
        return new FeedConnectionStatus(connected, row.optional("decree"), row.date("connected_since"));
    }
}
