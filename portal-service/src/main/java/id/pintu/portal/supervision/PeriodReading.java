package id.pintu.portal.supervision;

import id.pintu.portal.oversight.ReportingPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Result of reading the period that a request asks for. */
public sealed interface PeriodReading {

    /** The period. */
    record ReadPeriod(ReportingPeriod period) implements PeriodReading {}

    /**
     * It cannot be read.
     *
     * @param message what the field is to be
     */
    record UnreadablePeriod(PeriodField field, String message) implements PeriodReading {}

    /** Field of a request that asks for a period. */
    enum PeriodField {
        PERIOD,
        FROM,
        TO
    }

    /**
     * Reads own dates, or else a name; nothing means the last twelve months.
     *
     * @param name such as {@code 2026}, {@code 2026-Q1} or {@code 2026-03}; may be empty
     * @param from first day, ISO 8601; may be empty when the last is too
     * @param to last day, ISO 8601; may be empty when the first is too
     */
    static PeriodReading of(String name, String from, String to, LocalDate today) {
        if (from.isBlank() && to.isBlank()) {
            return name.isBlank()
                    ? new ReadPeriod(ReportingPeriod.lastTwelveMonths(today))
                    : ReportingPeriod.parse(name.strip())
                            .<PeriodReading>map(ReadPeriod::new)
                            .orElseGet(
                                    () -> new UnreadablePeriod(
                                            PeriodField.PERIOD,
                                            "is a year, quarter or month such as 2026, 2026-Q1 or 2026-03, within 2000 to 2067"));
        }
        Optional<LocalDate> first = date(from);
        Optional<LocalDate> last = date(to);
        if (first.isEmpty()) {
            return new UnreadablePeriod(PeriodField.FROM, "is a day such as 2026-03-01");
        }
        if (last.isEmpty()) {
            return new UnreadablePeriod(PeriodField.TO, "is a day such as 2026-03-31");
        }
        try {
            return new ReadPeriod(new ReportingPeriod(first.get(), last.get()));
        } catch (IllegalArgumentException e) {
            return new UnreadablePeriod(
                    PeriodField.TO, "is not before 'from', and at most ten years after it, within 2000 to 2067");
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
