package id.pintu.routing.csv;

import id.pintu.routing.registry.FeedConnectionStatus;
import id.pintu.routing.registry.RegistryEntry;
import id.pintu.support.tables.InvalidTableException;
import id.pintu.support.tables.TableColumns;
import id.pintu.support.tables.TableContent;
import id.pintu.support.tables.TableReader;
import id.pintu.support.tables.TableRow;
import id.pintu.support.tables.TableWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CSV codec of the registry, for use with spreadsheets: a table as {@link TableReader} reads it, several values in a cell
 * separated by semicolons. A missing column leaves its fields unchanged; an empty cell empties the field.
 */
public final class RegistryCsvCodec {

    private static final String VERSION = "version";
    private static final TableColumns COLUMNS = TableColumns.of(
            List.of("code"),
            List.of(
                    "name",
                    "short_name",
                    "kind",
                    "region_code",
                    "parent",
                    "aliases",
                    "sms_keywords",
                    "connected",
                    "decree",
                    "connected_since",
                    "source",
                    VERSION));

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
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        versions.forEach((entry, version) -> {
            Map<String, String> columns = entry.columns();
            if (header.isEmpty()) {
                header.addAll(columns.keySet());
                header.add(VERSION);
            }
            List<String> fields = new ArrayList<>(columns.values());
            fields.add(String.valueOf(version));
            rows.add(fields);
        });
        return header.isEmpty() ? "" : TableWriter.write(header, rows);
    }

    /**
     * Reads changes to the registry.
     *
     * @param csv in UTF-8
     * @param currentEntries current entries by code, for the columns that the table does not have
     */
    public static RegistryCsvContent read(byte[] csv, Map<String, RegistryEntry> currentEntries) {
        List<RegistryCsvRow> rows = new ArrayList<>();
        List<RegistryCsvError> errors = new ArrayList<>();
        Map<String, Long> codes = new HashMap<>();
        try {
            TableContent content = TableReader.read(csv, COLUMNS);
            content.errors()
                    .forEach(each -> errors.add(new RegistryCsvError(each.line(), each.column(), each.message())));
            for (TableRow row : content.rows()) {
                try {
                    RegistryCsvRow parsed = row(row, currentEntries);
                    Long earlier = codes.putIfAbsent(parsed.entry().code(), row.line());
                    if (earlier != null) {
                        throw new InvalidCellException("code", "line " + earlier + " has it already");
                    }
                    rows.add(parsed);
                } catch (InvalidCellException e) {
                    errors.add(new RegistryCsvError(row.line(), e.column(), e.reason()));
                }
            }
        } catch (InvalidTableException e) {
            errors.add(new RegistryCsvError(e.line(), "", e.reason()));
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

    private static RegistryCsvRow row(TableRow row, Map<String, RegistryEntry> currentEntries) {
        CsvCells given = CsvCells.of(row);
        Map<String, String> current = Optional.ofNullable(currentEntries.get(given.required("code")))
                .map(RegistryEntry::columns)
                .orElse(Map.of());
        CsvCells merged = new CsvCells(
                given.line(), column -> row.find(column).or(() -> Optional.ofNullable(current.get(column))));
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
