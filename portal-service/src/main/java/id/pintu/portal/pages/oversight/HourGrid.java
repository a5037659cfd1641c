package id.pintu.portal.pages.oversight;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Grid of the receipts by weekday and hour, as coordinates of an SVG. */
record HourGrid(List<HourRow> rows) {

    private static final int LEFT = 34;
    private static final int TOP = 16;
    private static final int CELL_WIDTH = 13;
    private static final int CELL_HEIGHT = 15;

    /**
     * One weekday.
     *
     * @param label short name
     */
    record HourRow(String name, String label, int y, List<HourCell> cells) {}

    /**
     * One hour of a weekday.
     *
     * @param step shade, 0 for none to 5 for as many as in the busiest hour
     */
    record HourCell(int hour, int x, int count, int step) {}

    static HourGrid of(List<List<Integer>> hours, Locale locale) {
        int most = hours.stream()
                .flatMap(List::stream)
                .mapToInt(each -> each)
                .max()
                .orElse(0);
        List<HourRow> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<HourCell> cells = new ArrayList<>();
            List<Integer> counts = hours.get(day.getValue() - 1);
            for (int hour = 0; hour < counts.size(); hour++) {
                cells.add(new HourCell(
                        hour, LEFT + hour * CELL_WIDTH, counts.get(hour), ShadeSteps.ofShare(counts.get(hour), most)));
            }
            rows.add(new HourRow(
                    day.getDisplayName(TextStyle.FULL, locale),
                    day.getDisplayName(TextStyle.SHORT, locale),
                    TOP + (day.getValue() - 1) * CELL_HEIGHT,
                    List.copyOf(cells)));
        }
        return new HourGrid(List.copyOf(rows));
    }
}
