package id.pintu.benchmarks.clocks;

import id.pintu.events.SlaEvent.DeadlineNeared;
import java.time.Duration;
import java.time.Instant;

/**
 * So many open clocks, and a busy day's reminders among them that come due at one instant, as they do at the close of
 * office hours: how late each stands in the ledger, committed.
 */
final class ReminderLatenessScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-06-05T03:00:00Z");
    private static final Instant REMINDER_TIME = Instant.parse("2026-06-09T08:00:00.001Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private ReminderLatenessScenario() {}

    /**
     * @param args how many clocks are open, and how many of them come due
     */
    public static void main(String... args) throws Exception {
        int open = Integer.parseInt(args[0]);
        int due = Integer.parseInt(args[1]);
        try (BenchmarkLedger ledger = new BenchmarkLedger();
                SlaTimersFixture timers = new SlaTimersFixture(ledger, MONDAY)) {
            for (int i = 0; i < open; i++) {
                // Those of Friday are reminded of on Tuesday.
                RoutedComplaintFactory.routedEvents(i, i < due ? FRIDAY : MONDAY)
                        .forEach(ledger::write);
            }
            ledger.flush();
            ledger.skipToEnd();
            double folded = timers.start(open);
            long begun = System.nanoTime();
            timers.setTime(REMINDER_TIME);
            double half = millisUntil(ledger, due / 2, begun);
            double most = millisUntil(ledger, due * 99 / 100, begun);
            double all = millisUntil(ledger, due, begun);
            ledger.readUntil(() -> false, Duration.ofSeconds(2)); // would something come twice?
            System.out.printf(
                    "open=%d due=%d said=%d duplicated=%d late_p50_ms=%.0f late_p99_ms=%.0f late_max_ms=%.0f folded_seconds=%.1f%n",
                    open, due, ledger.count(DeadlineNeared.class), ledger.duplicated(), half, most, all, folded);
        }
        System.exit(0);
    }

    private static double millisUntil(BenchmarkLedger ledger, int expected, long begun) {
        ledger.readUntil(() -> ledger.count(DeadlineNeared.class) >= expected, TIMEOUT);
        return (System.nanoTime() - begun) / 1e6;
    }
}
