package id.pintu.portal.pages.oversight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Periods that a page offers: the latest months, quarters and years. */
record PeriodOptions(List<PeriodOption> months, List<PeriodOption> quarters, List<PeriodOption> years) {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 8;
    private static final int YEARS = 5;

    /** Period by the name that addresses have, and its label. */
    record PeriodOption(String name, String label) {}

    static PeriodOptions until(LocalDate today, Locale locale) {
        DateTimeFormatter inWords = DateTimeFormatter.ofPattern("MMMM uuuu", locale);
        String quarterWord = locale.getLanguage().equals("en") ? "Q" : "Triwulan ";
        List<PeriodOption> months = new ArrayList<>();
        List<PeriodOption> quarters = new ArrayList<>();
        List<PeriodOption> years = new ArrayList<>();
        YearMonth current = YearMonth.from(today);
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = current.minusMonths(i);
            months.add(new PeriodOption(month.toString(), inWords.format(month)));
        }
        for (int i = 0; i < QUARTERS; i++) {
            YearMonth month = current.minusMonths(3L * i);
            int quarter = month.get(IsoFields.QUARTER_OF_YEAR);
            quarters.add(
                    new PeriodOption(month.getYear() + "-Q" + quarter, quarterWord + quarter + " " + month.getYear()));
        }
        for (int i = 0; i < YEARS; i++) {
            String year = String.valueOf(current.getYear() - i);
            years.add(new PeriodOption(year, year));
        }
        return new PeriodOptions(months, quarters, years);
    }
}
