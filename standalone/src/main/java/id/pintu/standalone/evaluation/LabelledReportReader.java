package id.pintu.standalone.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.learning.TrainingExample;
import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Static reader of CSV files of labelled reports; the columns text and institution_code are required. */
final class LabelledReportReader {

    private LabelledReportReader() {}

    /**
     * Reads a file.
     *
     * @throws CommandLineException when it cannot be read, is not valid CSV, or has no rows
     */
    static List<LabelledReport> read(Path file) {
        List<LabelledReport> reports = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                reports.add(report(row, file));
            }
        } catch (CsvParseException e) {
            throw new CommandLineException(file + " is not valid CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandLineException("Cannot read " + file + ": " + e.getMessage());
        }
        if (reports.isEmpty()) {
            throw new CommandLineException(file + " has no rows");
        }
        return reports;
    }

    private static LabelledReport report(NamedCsvRecord row, Path file) {
        String id = row.findField("id").orElseGet(() -> "line-" + row.getStartingLineNumber());
        return new LabelledReport(
                new TrainingExample(
                        id,
                        report(row.findField("title").orElse(""), required(row, "text", file)),
                        required(row, "institution_code", file)),
                row.findField("dataset").orElse(""),
                row.findField("fold").orElse(""),
                row.findField("mentions_institution").orElse("").equals("1"),
                row.findField("unit").orElse(""));
    }

    private static String required(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() ->
                        new CommandLineException(file + " line " + row.getStartingLineNumber() + " has no " + column));
    }

    /** A report as routing gets it, without place and wished institution, which such data do not have. */
    static SubmittedReport report(String title, String text) {
        return SubmittedReport.ofText(text).withTitle(title);
    }
}
