package id.pintu.portal.oversight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Period in which the complaints that are counted were received; its days are those of Jakarta (WIB).
 *
 * @param from first day
 * @param to last day; not before the first, and at most ten years after it
 */
public record ReportingPeriod(LocalDate from, LocalDate to) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2067, 12, 31);
    private static final Pattern NAMED = Pattern.compile("(20[0-6]\\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MAX_YEARS = 10;

    /**
     * @throws IllegalArgumentException when it ends before it begins, is longer than ten years, or not within 2000 to 2067
     */
    public ReportingPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST) || to.isAfter(from.plusYears(MAX_YEARS))) {
            throw new IllegalArgumentException("is at most " + MAX_YEARS + " years, within 2000 to 2067");
        }
    }

    /** This month and the eleven before it, up to today. */
    public static ReportingPeriod lastTwelveMonths(LocalDate today) {
        return new ReportingPeriod(YearMonth.from(today).minusMonths(11).atDay(1), today);
    }

    /** A year such as {@code 2026}, a quarter such as {@code 2026-Q1} or a month such as {@code 2026-03}; empty for another text. */
    public static Optional<ReportingPeriod> parse(String name) {
        Matcher parts = NAMED.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        int month = parts.group(2) != null
                ? Integer.parseInt(parts.group(2)) * 3 - 2
                : parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 1;
        int months = parts.group(2) != null ? 3 : parts.group(3) != null ? 1 : 12;
        YearMonth first = YearMonth.of(year, month);
        return Optional.of(new ReportingPeriod(
                first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth()));
    }

    /** The months that it touches. */
    List<YearMonth> months() {
        YearMonth last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
