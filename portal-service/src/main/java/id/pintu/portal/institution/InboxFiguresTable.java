package id.pintu.portal.institution;

import id.pintu.portal.inbox.InboxFigures;
import id.pintu.portal.inbox.InboxFigures.DurationSummary;
import id.pintu.portal.inbox.InboxFigures.WorkFigures;
import id.pintu.support.tables.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures as a CSV table: one line for everything, then one for each month and each unit. */
public final class InboxFiguresTable {

    private static final List<String> HEADER = List.of(
            "by",
            "name",
            "received",
            "answered",
            "open",
            "late",
            "in_time_percent",
            "contested",
            "acceptance_median_days",
            "acceptance_p90_days",
            "answer_median_days",
            "answer_p90_days");

    private InboxFiguresTable() {}

    public static String of(InboxFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("total", "", figures.total()));
        figures.months().forEach((month, of) -> rows.add(row("month", month.toString(), of)));
        figures.units().forEach((unit, of) -> rows.add(row("unit", unit, of)));
        return TableWriter.write(HEADER, rows);
    }

    private static List<String> row(String by, String name, WorkFigures of) {
        List<String> cells = new ArrayList<>(List.of(by, name));
        for (int count : new int[] {of.received(), of.answered(), of.open(), of.late()}) {
            cells.add(String.valueOf(count));
        }
        cells.add(of.inTimePercent().map(String::valueOf).orElse(""));
        cells.add(String.valueOf(of.contested()));
        for (Optional<DurationSummary> summary : List.of(of.acceptance(), of.answer())) {
            cells.add(summary.map(each -> String.valueOf(each.medianDays())).orElse(""));
            cells.add(summary.map(each -> String.valueOf(each.p90Days())).orElse(""));
        }
        return cells;
    }
}
