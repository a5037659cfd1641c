package id.pintu.portal.pages.oversight;

import id.pintu.portal.oversight.HandlingFigures;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Column chart of the complaints of each month, by how far they are, as coordinates of an SVG of {@link #WIDTH} by
 * {@link #HEIGHT}.
 *
 * @param lines of the scale
 */
record MonthColumns(List<MonthColumn> columns, List<ScaleLine> lines) {

    static final int WIDTH = 360;
    static final int HEIGHT = 180;
    private static final int LEFT = 34;
    private static final int TOP = 10;
    private static final int BOTTOM = 158;
    private static final int MAX_LABELS = 12;

    /**
     * Column of one month.
     *
     * @param name such as {@code Maret 2026}
     * @param label below it; empty where there is no room
     */
    record MonthColumn(
            String name, String label, String middle, List<ColumnSegment> segments, HandlingFigures figures) {}

    /**
     * Part of a column.
     *
     * @param kind its style
     */
    record ColumnSegment(String kind, String x, String y, String width, String height) {}

    /** Line of the scale. */
    record ScaleLine(String y, int value) {}

    static MonthColumns of(Map<YearMonth, HandlingFigures> months, Locale locale) {
        int highest = months.values().stream()
                .mapToInt(HandlingFigures::received)
                .max()
                .orElse(0);
        int step = step(highest);
        int top = Math.max(step, (highest + step - 1) / step * step);
        double slot = (WIDTH - LEFT) / (double) Math.max(1, months.size());
        int labelled = (months.size() + MAX_LABELS - 1) / MAX_LABELS;
        DateTimeFormatter full = DateTimeFormatter.ofPattern("MMMM uuuu", locale);
        DateTimeFormatter brief = DateTimeFormatter.ofPattern(months.size() <= MAX_LABELS ? "MMM" : "MM/yy", locale);
        List<MonthColumn> columns = new ArrayList<>();
        months.forEach((month, of) -> {
            double x = LEFT + slot * columns.size();
            columns.add(new MonthColumn(
                    full.format(month),
                    columns.size() % labelled == 0 ? brief.format(month) : "",
                    text(x + slot / 2),
                    segments(of, x + slot * 0.14, slot * 0.72, top),
                    of));
        });
        List<ScaleLine> lines = new ArrayList<>();
        for (int value = 0; value <= top; value += step) {
            lines.add(new ScaleLine(text(BOTTOM - height(value, top)), value));
        }
        return new MonthColumns(List.copyOf(columns), List.copyOf(lines));
    }

    private static List<ColumnSegment> segments(HandlingFigures of, double x, double width, int top) {
        List<ColumnSegment> segments = new ArrayList<>();
        int below = 0;
        List<String> kinds = List.of("done", "in-progress", "waiting", "ended");
        int[] counts = {of.done(), of.inProgress(), of.waiting(), of.ended()};
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                below += counts[i];
                segments.add(new ColumnSegment(
                        kinds.get(i),
                        text(x),
                        text(BOTTOM - height(below, top)),
                        text(width),
                        text(height(counts[i], top))));
            }
        }
        return List.copyOf(segments);
    }

    private static double height(int value, int top) {
        return (BOTTOM - TOP) * (double) value / top;
    }

    /** 1, 2 or 5 with zeros, so that there are at most five lines above the ground. */
    private static int step(int highest) {
        for (int power = 1; ; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if ((long) digit * power * 5 >= highest) {
                    return digit * power;
                }
            }
        }
    }

    private static String text(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
