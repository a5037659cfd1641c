package id.pintu.benchmarks.clocks;

import id.pintu.events.SlaEvent.DeadlineNeared;
import java.time.Duration;
import java.time.Instant;

/**
 * Measurement of the lateness of reminders that are all due at one instant, as at the end of office hours, while many more
 * clocks are open: time until each reminder is committed in the ledger.
 */
final class ReminderLatenessScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-06-05T03:00:00Z");
    private static final Instant REMINDER_TIME = Instant.parse("2026-06-09T08:00:00.001Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private ReminderLatenessScenario() {}

    /**
     * @param args number of open clocks, and number of clocks due at the instant
     */
    public static void main(String... args) throws Exception {
        int open = Integer.parseInt(args[0]);
        int due = Integer.parseInt(args[1]);
        try (BenchmarkLedger ledger = new BenchmarkLedger();
                SlaTimersFixture timers = new SlaTimersFixture(ledger, MONDAY)) {
            for (int i = 0; i < open; i++) {
                // Complaints of Friday have their reminder on Tuesday.
                RoutedComplaintFactory.routedEvents(i, i < due ? FRIDAY : MONDAY)
                        .forEach(ledger::write);
            }
            ledger.flush();
            ledger.skipToEnd();
            double replaySeconds = timers.start(open);
            long begun = System.nanoTime();
            timers.setTime(REMINDER_TIME);
            double half = millisUntil(ledger, due / 2, begun);
            double most = millisUntil(ledger, due * 99 / 100, begun);
            double all = millisUntil(ledger, due, begun);
            ledger.readUntil(() -> false, Duration.ofSeconds(2)); // for duplicates
            System.out.printf(
                    "open=%d due=%d published=%d duplicated=%d late_p50_ms=%.0f late_p99_ms=%.0f late_max_ms=%.0f"
                            + " replay_seconds=%.1f%n",
                    open, due, ledger.count(DeadlineNeared.class), ledger.duplicated(), half, most, all, replaySeconds);
        }
        System.exit(0);
    }

    private static double millisUntil(BenchmarkLedger ledger, int expected, long begun) {
        ledger.readUntil(() -> ledger.count(DeadlineNeared.class) >= expected, TIMEOUT);
        return (System.nanoTime() - begun) / 1e6;
    }
}
