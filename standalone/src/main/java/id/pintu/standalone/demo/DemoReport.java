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
 * One row of what people report in a demo.
 *
 * @param id unique in its file
 * @param row the row itself, read by the doors
 * @param label the institution a human chose, where the file is of real reports; never used for routing, but the
 *     scripted desk knows it
 */
record DemoReport(String id, boolean sms, NamedCsvRecord row, Optional<String> label) {

    private static final String SAMPLE = "/demo/reports.csv";
    private static final int LONGEST_SMS = 300;

    /** Pintu's own invented sample. */
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
     * A file with the columns id, title, text, institution_code, region_code (others are ignored; the last two are
     * labels, which routing does not see). Every fifth short one comes as an SMS.
     */
    static List<DemoReport> file(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String field(String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static List<DemoReport> read(InputStream bytes, boolean own) throws IOException {
        List<DemoReport> reports = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                reports.add(own ? ofSample(row) : ofFile(row, reports.size()));
            }
        }
        return reports;
    }

    private static DemoReport ofSample(NamedCsvRecord row) {
        return new DemoReport(row.getField("id"), row.getField("door").equals("sms"), row, Optional.empty());
    }

    private static DemoReport ofFile(NamedCsvRecord row, int number) {
        boolean sms = number % 5 == 0 && row.getField("text").length() <= LONGEST_SMS;
        Optional<String> label = row.findField("institution_code").filter(code -> !code.isBlank());
        return new DemoReport(row.getField("id"), sms, row, label);
    }
}
