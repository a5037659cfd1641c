package id.pintu.standalone.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.pintu.events.Sha256Digest;
import id.pintu.standalone.CommandLineException;
import id.pintu.support.tables.TableReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Streaming reader of a CSV file of reports, which can be larger than memory. */
final class ReportCsvReader implements AutoCloseable {

    private static final int MAX_BUFFER = 64 << 20;
    private static final int HEADER_AT_MOST = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

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
     * @param separator of the fields; if empty, the header shows it
     * @param renamed column name in the file → column name of Pintu
     * @throws CommandLineException when the header is unusable
     */
    static ReportCsvReader open(Path path, Optional<Character> separator, Map<String, String> renamed)
            throws IOException {
        char used = separator.isPresent() ? separator.get() : separatorOf(path);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(used)
                .maxBufferSize(MAX_BUFFER)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new LongFieldFilter(text(path), used));
        return new ReportCsvReader(path, csv, renamed);
    }

    private static char separatorOf(Path path) throws IOException {
        try (BufferedReader lines = new BufferedReader(text(path))) {
            char[] begin = new char[HEADER_AT_MOST];
            int read = lines.read(begin);
            return TableReader.separatorOf(
                    new String(begin, 0, Math.max(0, read)).lines().findFirst().orElse(""));
        }
    }

    /** The text of the file; what is not UTF-8 becomes U+FFFD, so that only its rows are refused. */
    private static Reader text(Path path) throws IOException {
        PushbackReader text =
                new PushbackReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
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
