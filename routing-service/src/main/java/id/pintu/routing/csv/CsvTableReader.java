package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reader of the bundled CSV tables, row by row. The first row that cannot be used ends it, with file and line. */
final class CsvTableReader {

    private CsvTableReader() {}

    /**
     * @param files opens a table by its file name
     * @throws IllegalArgumentException with file, line and reason
     */
    static void read(String file, Function<String, Reader> files, Consumer<CsvCells> row) {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(files.apply(file))) {
            for (NamedCsvRecord each : records) {
                read(file, CsvCells.of(each), row);
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    file + ": " + e.getMessage() + ": "
                            + (e.getCause() == null ? "" : e.getCause().getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String file, CsvCells cells, Consumer<CsvCells> row) {
        try {
            row.accept(cells);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " line " + cells.line() + ": " + e.getMessage(), e);
        }
    }
}
