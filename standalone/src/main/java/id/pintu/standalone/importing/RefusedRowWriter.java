package id.pintu.standalone.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** CSV writer of the refused rows: line, field and message, but none of their content. */
final class RefusedRowWriter implements AutoCloseable {

    private final Path path;
    private @Nullable CsvWriter csv;

    /** Deletes the file of an earlier run; the file is created with the first refused row. */
    RefusedRowWriter(Path path) throws IOException {
        this.path = path;
        Files.deleteIfExists(path);
    }

    /** Writes one refused row; thread-safe. */
    synchronized void add(ReportRow row, RowImportResult.Refused refused) {
        try {
            CsvWriter writer = csv;
            if (writer == null) {
                writer = CsvWriter.builder().build(path);
                writer.writeRecord("line", "field", "message");
                csv = writer;
            }
            writer.writeRecord(String.valueOf(row.line()), refused.field(), refused.message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
