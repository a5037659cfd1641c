package id.pintu.standalone.measuring;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.pintu.events.ComplaintKind;
import id.pintu.events.Door;
import id.pintu.events.Report;
import id.pintu.routing.learning.Example;
import id.pintu.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a CSV file of judged reports: text and institution_code must be there, everything else may. */
final class JudgedReports {

    private JudgedReports() {}

    static List<JudgedReport> read(Path file) {
        List<JudgedReport> reports = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                reports.add(report(row, file));
            }
        } catch (CsvParseException e) {
            throw new Refusal(file + " is not CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new Refusal("Cannot read " + file + ": " + e.getMessage());
        }
        if (reports.isEmpty()) {
            throw new Refusal(file + " has no rows");
        }
        return reports;
    }

    private static JudgedReport report(NamedCsvRecord row, Path file) {
        String id = row.findField("id").orElseGet(() -> "line-" + row.getStartingLineNumber());
        return new JudgedReport(
                new Example(
                        id,
                        report(row.findField("title").orElse(""), required(row, "text", file)),
                        required(row, "institution_code", file)),
                row.findField("dataset").orElse(""),
                row.findField("fold").orElse(""),
                row.findField("mentions_institution").orElse("").equals("1"));
    }

    private static String required(NamedCsvRecord row, String column, Path file) {
        return row.findField(column)
                .orElseThrow(() -> new Refusal(file + " line " + row.getStartingLineNumber() + " has no " + column));
    }

    /** As routing would get it; the place and the institution the reporter stated are not in such data. */
    static Report report(String title, String text) {
        return new Report(
                Door.WEB,
                ComplaintKind.COMPLAINT,
                title,
                text,
                Report.Place.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Report.Privacy.OPEN);
    }
}
