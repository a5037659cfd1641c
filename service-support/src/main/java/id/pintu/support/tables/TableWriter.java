package id.pintu.support.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writer of CSV tables for people: UTF-8, comma, one header line. Cells that a spreadsheet would take for a formula get a
 * leading apostrophe, which {@link TableReader} takes away again.
 */
public final class TableWriter implements AutoCloseable {

    private final CsvWriter csv;

    /** Writes the header. */
    public TableWriter(Writer out, List<String> header) {
        this.csv = CsvWriter.builder().build(out);
        write(header);
    }

    /** The text of a whole table. */
    public static String write(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (TableWriter table = new TableWriter(text, header)) {
            rows.forEach(table::write);
        }
        return text.toString();
    }

    /** A table as people wrote it, with the cells that a spreadsheet would take for a formula made safe. */
    public static String safeCopy(String table) {
        StringWriter copy = new StringWriter();
        boolean changed = false;
        try (CsvReader<CsvRecord> records = TableReader.records(table);
                CsvWriter csv = CsvWriter.builder().build(copy)) {
            for (CsvRecord row : records) {
                List<String> safe = row.getFields().stream()
                        .map(SpreadsheetCell::unescape)
                        .map(SpreadsheetCell::escape)
                        .toList();
                changed |= !safe.equals(row.getFields());
                csv.writeRecord(safe);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed ? copy.toString() : table;
    }

    /** Writes one row. */
    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCell::escape).toList());
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
