package id.pintu.standalone.importing;

import id.pintu.support.tables.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV writer of the refused rows: line, field and message, but none of their content. */
final class RefusedRowWriter implements AutoCloseable {

    private final Path path;
    private @Nullable TableWriter csv;

    /** Deletes the file of an earlier run; the file is created with the first refused row. */
    RefusedRowWriter(Path path) throws IOException {
        this.path = path;
        Files.deleteIfExists(path);
    }

    /** Writes one refused row; thread-safe. */
    synchronized void add(ReportRow row, RowImportResult.Refused refused) {
        try {
            TableWriter writer = csv;
            if (writer == null) {
                writer = new TableWriter(
                        Files.newBufferedWriter(path, StandardCharsets.UTF_8), List.of("line", "field", "message"));
                csv = writer;
            }
            writer.write(List.of(String.valueOf(row.line()), refused.field(), refused.message()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (csv != null) {
            csv.close();
        }
    }
}
