package id.pintu.support.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pintu.support.tables.TableContent.TableCellError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reader of CSV tables that people send: UTF-8 with or without byte order mark, separated by commas, semicolons or tabs as
 * the header shows, with one header line. It refuses what would be read wrongly: another encoding, unknown or missing
 * columns, control characters, overlong cells.
 */
public final class TableReader {

    private static final String SEPARATORS = ",;\t";

    private final TableColumns columns;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<TableCellError> errors = new ArrayList<>();

    private TableReader(TableColumns columns) {
        this.columns = columns;
    }

    /**
     * Reads a table.
     *
     * @throws InvalidTableException if it cannot be read as a whole: encoding, header
     */
    public static TableContent read(byte[] table, TableColumns columns) {
        return read(Utf8TextReader.read(table), columns);
    }

    /** Reads a table that is text already. */
    public static TableContent read(String table, TableColumns columns) {
        TableReader reader = new TableReader(columns);
        reader.read(table);
        return new TableContent(reader.rows, reader.errors);
    }

    /** The text of a cell, without the apostrophe by which a {@link TableWriter} makes it safe. */
    public static String textOf(String cell) {
        return SpreadsheetCell.unescape(cell);
    }

    /** The separator that occurs most often in a header line, outside of quotes; a comma if none does. */
    public static char separatorOf(String header) {
        char found = ',';
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            long count = header.replaceAll("\"[^\"]*\"", "")
                    .chars()
                    .filter(each -> each == separator)
                    .count();
            if (count > most) {
                most = count;
                found = separator;
            }
        }
        return found;
    }

    /** The lines of a table, its header included, as they are. */
    static CsvReader<CsvRecord> records(String table) {
        return CsvReader.builder()
                .fieldSeparator(separatorOf(table.lines().findFirst().orElse("")))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(table);
    }

    private void read(String table) {
        List<String> header = List.of();
        long next = 1;
        try (CsvReader<CsvRecord> records = records(table)) {
            for (CsvRecord row : records) {
                if (header.isEmpty()) {
                    header = header(row);
                } else {
                    readRow(header, row);
                }
                next = row.getStartingLineNumber() + 1;
            }
        } catch (CsvParseException e) {
            errors.add(new TableCellError(next, "", "is not valid CSV from here on, perhaps a quote without its end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header.isEmpty() && errors.isEmpty()) {
            throw new InvalidTableException(
                    1, "the table is empty; its first line names the columns: " + columns.names());
        }
    }

    private List<String> header(CsvRecord row) {
        int line = (int) row.getStartingLineNumber();
        List<String> header = row.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!columns.contains(column)) {
                throw new InvalidTableException(line, unknown(column));
            }
            if (!seen.add(column)) {
                throw new InvalidTableException(line, "the column '" + column + "' occurs twice");
            }
        }
        for (String column : columns.required()) {
            if (!seen.contains(column)) {
                throw new InvalidTableException(line, "the column '" + column + "' is missing");
            }
        }
        return header;
    }

    private String unknown(String column) {
        boolean quotable = column.length() <= 40 && column.matches("[\\w .-]+");
        String name = quotable ? "the column '" + column + "'" : "a column";
        return name + " is unknown"
                + columns.nearest(column)
                        .map(near -> ", did you mean '" + near + "'")
                        .orElse("")
                + "; known are " + columns.names();
    }

    private void readRow(List<String> header, CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            errors.add(new TableCellError(
                    line, "", "has " + row.getFieldCount() + " cells, the header has " + header.size()));
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        List<TableCellError> wrong = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String cell = SpreadsheetCell.unescape(row.getField(i));
            violation(column, cell).ifPresent(reason -> wrong.add(new TableCellError(line, column, reason)));
            cells.put(column, cell);
        }
        errors.addAll(wrong);
        if (wrong.isEmpty()) {
            rows.add(new TableRow(line, cells));
        }
    }

    private Optional<String> violation(String column, String cell) {
        if (cell.length() > columns.maxCell()) {
            return Optional.of("has more than " + columns.maxCell() + " characters");
        }
        if (cell.indexOf('\uFFFD') >= 0) {
            return Optional.of("contains a replacement character: the file was not saved as UTF-8");
        }
        boolean multiline = columns.multiline().contains(column);
        return cell.chars().anyMatch(each -> Character.isISOControl(each) && !(multiline && isLayout(each)))
                ? Optional.of("contains a line break or control character")
                : Optional.empty();
    }

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
