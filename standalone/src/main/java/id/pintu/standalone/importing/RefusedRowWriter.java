package id.pintu.standalone.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows intake refused, in a CSV file of line, field and message; never what was in them. */
final class RefusedRowWriter implements AutoCloseable {

    private final Path path;
    private @Nullable CsvWriter csv;

    /** Forgets the refusals of an earlier run; the file is made with the first new one. */
    RefusedRowWriter(Path path) throws IOException {
        this.path = path;
        Files.deleteIfExists(path);
    }

    Path path() {
        return path;
    }

    /** May be called from any thread. */
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
