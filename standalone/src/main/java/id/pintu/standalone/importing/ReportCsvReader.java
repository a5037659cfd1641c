package id.pintu.standalone.importing;

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

/** The CSV file, read row by row: it may be larger than memory. */
final class ReportCsvReader implements AutoCloseable {

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final ColumnMapping columns;
    private long number;

    private ReportCsvReader(CsvReader<CsvRecord> csv, Iterator<CsvRecord> records, ColumnMapping columns) {
        this.csv = csv;
        this.records = records;
        this.columns = columns;
    }

    /**
     * What a file is known by, and how long it is.
     *
     * @param sha256 of every byte
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

    /**
     * @throws CommandLineException when its header does not fit
     */
    static ReportCsvReader open(Path path, char separator, Map<String, String> renamed) throws IOException {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(path);
        Iterator<CsvRecord> records = csv.iterator();
        List<String> header = records.hasNext() ? records.next().getFields() : List.of();
        return new ReportCsvReader(csv, records, ColumnMapping.of(header, renamed));
    }

    ColumnMapping columns() {
        return columns;
    }

    boolean hasNext() {
        return records.hasNext();
    }

    ReportRow next() {
        CsvRecord record = records.next();
        number++;
        return new ReportRow(
                number, record.getStartingLineNumber(), columns.of(record.getFields()), record.getFields());
    }

    boolean isComplete(ReportRow row) {
        return row.raw().size() == columns.width();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
