package id.pintu.portal.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of an institution's own work on what was assigned to it in some months and is with it still.
 *
 * @param total over all months
 * @param months by month of the assignment
 * @param units by unit; what no unit has is under the empty name
 */
public record InboxFigures(WorkFigures total, Map<YearMonth, WorkFigures> months, Map<String, WorkFigures> units) {

    /**
     * Figures of some complaints.
     *
     * @param received how many
     * @param answered how many have a final answer
     * @param late for how many a deadline was missed
     * @param open how many are open
     * @param contested for how many the answer was contested
     * @param acceptance from the assignment to the first act
     * @param answer from the assignment to the first final answer
     */
    public record WorkFigures(
            int received,
            int answered,
            int late,
            int open,
            int contested,
            Optional<DurationSummary> acceptance,
            Optional<DurationSummary> answer) {

        /** Share of those without a missed deadline, 0 to 100; empty without any. */
        public Optional<Long> inTimePercent() {
            return received == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * (received - late) / received));
        }
    }

    /** Median and 90th percentile of elapsed time, nights and holidays included. */
    public record DurationSummary(Duration median, Duration p90) {

        static Optional<DurationSummary> of(List<Duration> durations) {
            List<Duration> sorted = durations.stream().sorted().toList();
            return sorted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DurationSummary(percentile(sorted, 50), percentile(sorted, 90)));
        }

        /** Nearest rank. */
        private static Duration percentile(List<Duration> sorted, int percent) {
            return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
        }

        /** Days with one decimal place, such as {@code 2.5}. */
        public static double days(Duration duration) {
            return Math.round(duration.toMinutes() / 144.0) / 10.0;
        }

        public double medianDays() {
            return days(median);
        }

        public double p90Days() {
            return days(p90);
        }
    }

    public static InboxFigures of(Collection<InboxEntry> entries) {
        List<InboxEntry> assigned =
                entries.stream().filter(entry -> entry.assignment().isPresent()).toList();
        return new InboxFigures(
                figures(assigned),
                grouped(
                        assigned,
                        has -> YearMonth.from(
                                has.since().atZone(has.institution().zone()))),
                grouped(assigned, has -> has.unit().orElse("")));
    }

    private static <K extends Comparable<K>> Map<K, WorkFigures> grouped(
            List<InboxEntry> entries, Function<InboxAssignment, K> key) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> key.apply(entry.assignment().orElseThrow()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), InboxFigures::figures)));
    }

    private static WorkFigures figures(List<InboxEntry> entries) {
        return new WorkFigures(
                entries.size(),
                (int) entries.stream()
                        .filter(entry -> entry.times().resolved().isPresent())
                        .count(),
                (int) entries.stream().filter(entry -> entry.times().missed()).count(),
                (int) entries.stream().filter(entry -> entry.stage().isOpen()).count(),
                (int) entries.stream()
                        .filter(entry -> entry.times().contested())
                        .count(),
                DurationSummary.of(elapsed(entries, HandlingTimes::accepted)),
                DurationSummary.of(elapsed(entries, HandlingTimes::resolved)));
    }

    private static List<Duration> elapsed(List<InboxEntry> entries, Function<HandlingTimes, Optional<Instant>> until) {
        List<Duration> durations = new ArrayList<>();
        entries.forEach(entry -> until.apply(entry.times())
                .ifPresent(at -> durations.add(
                        Duration.between(entry.assignment().orElseThrow().since(), at))));
        return durations;
    }
}
