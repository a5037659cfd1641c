package id.pintu.standalone.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Immutable report of a demo, a row of a CSV file.
 *
 * @param id unique in its file
 * @param sms whether it is sent by SMS; otherwise by web form
 * @param row the CSV row
 * @param label institution that a person chose for a real report; not sent to routing, but used by the simulated desk
 */
record DemoReport(String id, boolean sms, NamedCsvRecord row, Optional<String> label) {

    private static final String SAMPLE = "/demo/reports.csv";
    private static final int MAX_SMS_LENGTH = 300;

    /** Reads Pintu's sample of invented reports. */
    static List<DemoReport> sample() {
        try (InputStream bytes = DemoReport.class.getResourceAsStream(SAMPLE)) {
            if (bytes == null) {
                throw new IllegalStateException(SAMPLE + " is not on the class path");
            }
            return read(bytes, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file with the columns id, title, text, institution_code, region_code; others are ignored, and the last two
     * are labels that are not sent. Every fifth report, if short, is sent by SMS.
     */
    static List<DemoReport> file(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field of the row; empty when it is missing. */
    String field(String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static List<DemoReport> read(InputStream bytes, boolean sample) throws IOException {
        List<DemoReport> reports = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                reports.add(sample ? ofSample(row) : ofFile(row, reports.size()));
            }
        }
        return reports;
    }

    private static DemoReport ofSample(NamedCsvRecord row) {
        return new DemoReport(row.getField("id"), row.getField("door").equals("sms"), row, Optional.empty());
    }

    private static DemoReport ofFile(NamedCsvRecord row, int number) {
        boolean sms = number % 5 == 0 && row.getField("text").length() <= MAX_SMS_LENGTH;
        Optional<String> label = row.findField("institution_code").filter(code -> !code.isBlank());
        return new DemoReport(row.getField("id"), sms, row, label);
    }
}
