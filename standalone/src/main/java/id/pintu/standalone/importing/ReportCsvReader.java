package id.pintu.standalone.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Streaming reader of a CSV file of reports, which can be larger than memory. */
final class ReportCsvReader implements AutoCloseable {

    private final Path path;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final ColumnMapping columns;
    private long number;

    /**
     * Identity and length of a file.
     *
     * @param sha256 of the whole content
     */
    record FileFingerprint(String sha256, long lines) {

        static FileFingerprint of(Path path) throws IOException {
            MessageDigest digest = Sha256Digest.digest();
            byte[] buffer = new byte[1 << 16];
            long lines = 0;
            try (InputStream in = Files.newInputStream(path)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    for (int i = 0; i < read; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return new FileFingerprint(HexFormat.of().formatHex(digest.digest()), lines);
        }
    }

    private ReportCsvReader(Path path, CsvReader<CsvRecord> csv, Map<String, String> renamed) {
        this.path = path;
        this.csv = csv;
        this.records = csv.iterator();
        this.columns = ColumnMapping.of(hasNext() ? parse(records::next).getFields() : List.of(), renamed);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param renamed column name in the file → column name of Pintu
     * @throws CommandLineException when the header is unusable
     */
    static ReportCsvReader open(Path path, char separator, Map<String, String> renamed) throws IOException {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(path);
        return new ReportCsvReader(path, csv, renamed);
    }

    boolean hasNext() {
        return parse(records::hasNext);
    }

    /**
     * Reads the next row.
     *
     * @throws CommandLineException when the rest of the file is not valid CSV
     */
    ReportRow next() {
        CsvRecord record = parse(records::next);
        number++;
        return new ReportRow(
                number, record.getStartingLineNumber(), columns.of(record.getFields()), record.getFields());
    }

    /** Whether a row has as many fields as the header. */
    boolean isComplete(ReportRow row) {
        return row.raw().size() == columns.width();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private <T> T parse(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException e) {
            throw new CommandLineException(path + " is not valid CSV: " + e.getMessage());
        }
    }
}
