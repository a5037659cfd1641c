package id.pintu.routing.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One table of this build, read row by row; what cannot be used is told with file and line. */
final class CsvTableReader {

    private CsvTableReader() {}

    static String required(NamedCsvRecord row, String field) {
        return optional(row, field).orElseThrow(() -> new IllegalArgumentException("column '" + field + "' is empty"));
    }

    static Optional<String> optional(NamedCsvRecord row, String field) {
        return Optional.of(row.getField(field).strip()).filter(value -> !value.isEmpty());
    }

    /** What stands between semicolons. */
    static List<String> values(NamedCsvRecord row, String field) {
        return optional(row, field).stream()
                .flatMap(value -> Stream.of(value.split(";", -1)))
                .map(String::strip)
                .toList();
    }

    /**
     * @param files opens a table by its file name
     * @throws IllegalArgumentException with file, line and reason
     */
    static void read(String file, Function<String, Reader> files, Consumer<NamedCsvRecord> row) {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(files.apply(file))) {
            for (NamedCsvRecord each : records) {
                read(file, each, row);
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

    private static void read(String file, NamedCsvRecord record, Consumer<NamedCsvRecord> row) {
        try {
            row.accept(record);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    file + " line " + record.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
