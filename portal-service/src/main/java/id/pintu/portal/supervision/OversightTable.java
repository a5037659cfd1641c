package id.pintu.portal.supervision;

import id.pintu.portal.oversight.HandlingFigures;
import id.pintu.portal.oversight.NationFigures.InstitutionFigures;
import id.pintu.support.tables.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of institutions as a CSV table: one line for all together, then one for each. */
public final class OversightTable {

    private static final List<String> HEADER = List.of(
            "code",
            "name",
            "connected",
            "active",
            "received",
            "followed_up",
            "followed_up_percent",
            "selesai",
            "selesai_percent",
            "proses",
            "proses_percent",
            "waiting",
            "ended",
            "on_time_percent",
            "answer_median_days",
            "answer_p90_days",
            "longest_waiting_days");

    private OversightTable() {}

    public static String of(HandlingFigures total, List<InstitutionFigures> institutions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(List.of("total", "", "", ""), total));
        institutions.forEach(each -> rows.add(row(
                List.of(
                        each.institution().code(),
                        each.institution().name(),
                        String.valueOf(each.institution().connected()),
                        text(each.active())),
                each.figures())));
        return TableWriter.write(HEADER, rows);
    }

    private static List<String> row(List<String> names, HandlingFigures of) {
        List<String> cells = new ArrayList<>(names);
        cells.add(String.valueOf(of.received()));
        cells.add(String.valueOf(of.followedUp()));
        cells.add(text(of.followedUpPercent()));
        cells.add(String.valueOf(of.done()));
        cells.add(text(of.donePercent()));
        cells.add(String.valueOf(of.inProgress()));
        cells.add(text(of.inProgressPercent()));
        cells.add(String.valueOf(of.waiting()));
        cells.add(String.valueOf(of.ended()));
        cells.add(text(of.onTimePercent()));
        cells.add(text(of.answer().map(HandlingFigures.DaySpread::median)));
        cells.add(text(of.answer().map(HandlingFigures.DaySpread::p90)));
        cells.add(text(of.longest().map(HandlingFigures.LongestWaiting::days)));
        return cells;
    }

    private static String text(Optional<?> value) {
        return value.map(String::valueOf).orElse("");
    }
}
