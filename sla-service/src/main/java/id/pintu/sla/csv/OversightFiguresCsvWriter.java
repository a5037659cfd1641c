package id.pintu.sla.csv;

import id.pintu.sla.oversight.OversightFigures;
import id.pintu.support.tables.TableWriter;
import java.util.List;
import java.util.Optional;

/** CSV writer of oversight figures. */
public final class OversightFiguresCsvWriter {

    private static final List<String> HEADER = List.of(
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

    private OversightFiguresCsvWriter() {}

    /** A header, and one row for each group. */
    public static String write(List<OversightFigures> figures) {
        return TableWriter.write(
                HEADER, figures.stream().map(OversightFiguresCsvWriter::row).toList());
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
