package id.pintu.sla.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.pintu.sla.oversight.OversightFigures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** CSV writer of oversight figures. */
public final class OversightFiguresCsvWriter {

    private OversightFiguresCsvWriter() {}

    /** A header, and one row for each group. */
    public static String write(List<OversightFigures> figures) {
        StringWriter table = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(table)) {
            rows.writeRecord(
                    "key",
                    "received",
                    "verified",
                    "followed_up",
                    "followed_up_percent",
                    "selesai",
                    "selesai_percent",
                    "proses",
                    "proses_percent",
                    "on_time_percent",
                    "verification_days_median",
                    "verification_days_p90",
                    "follow_up_days_median",
                    "follow_up_days_p90",
                    "hop_days_median",
                    "hop_days_p90");
            figures.forEach(each -> rows.writeRecord(row(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static List<String> row(OversightFigures each) {
        return List.of(
                each.key(),
                String.valueOf(each.received()),
                String.valueOf(each.verified()),
                String.valueOf(each.followedUp()),
                String.valueOf(each.followedUpPercent()),
                String.valueOf(each.selesai()),
                String.valueOf(each.selesaiPercent()),
                String.valueOf(each.proses()),
                String.valueOf(each.prosesPercent()),
                text(each.onTimePercent()),
                text(each.verification().median()),
                text(each.verification().p90()),
                text(each.followUp().median()),
                text(each.followUp().p90()),
                text(each.hop().median()),
                text(each.hop().p90()));
    }

    private static String text(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }
}
