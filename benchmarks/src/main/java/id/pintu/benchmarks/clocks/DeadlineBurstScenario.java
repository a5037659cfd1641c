package id.pintu.benchmarks.clocks;

import id.pintu.benchmarks.ElapsedTime;
import id.pintu.events.SlaEvent.DeadlineMissed;
import java.time.Duration;
import java.time.Instant;

/**
 * Measurement of many deadlines that are due at one instant: time until each escalation is committed in the ledger, by
 * sla-service's timers and by general schedulers whose jobs write the event and wait for its acknowledgement.
 */
final class DeadlineBurstScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private DeadlineBurstScenario() {}

    /**
     * Runs the scenario.
     *
     * @param args {@code pintu}, {@code quartz} or {@code db-scheduler}, and the number of deadlines
     */
    public static void main(String... args) throws Exception {
        int deadlines = Integer.parseInt(args[1]);
        try (BenchmarkLedger ledger = new BenchmarkLedger()) {
            ElapsedTime elapsed = switch (args[0]) {
                case "pintu" -> pintu(ledger, deadlines);
                case "quartz" -> measure(ledger, deadlines, new QuartzEscalationScheduler(ledger, deadlines));
                case "db-scheduler" -> measure(ledger, deadlines, new DbEscalationScheduler(ledger, deadlines));
                default -> throw new IllegalArgumentException(args[0]);
            };
            System.out.printf(
                    "scheduler=%s deadlines=%d escalated=%d duplicated=%d seconds=%.1f cpu_seconds=%.1f"
                            + " per_second=%.0f%n",
                    args[0],
                    deadlines,
                    ledger.count(DeadlineMissed.class),
                    ledger.duplicated(),
                    elapsed.seconds(),
                    elapsed.cpuSeconds(),
                    deadlines / elapsed.seconds());
        }
        System.exit(0);
    }

    private static ElapsedTime pintu(BenchmarkLedger ledger, int deadlines) throws Exception {
        for (int i = 0; i < deadlines; i++) {
            RoutedComplaintFactory.routedEvents(i, MONDAY).forEach(ledger::write);
        }
        ledger.flush();
        ledger.skipToEnd();
        try (SlaTimersFixture timers = new SlaTimersFixture(ledger, MONDAY)) {
            timers.start(deadlines);
            ElapsedTime begun = ElapsedTime.now();
            timers.setTime(EscalationScheduler.DUE.plusMillis(1));
            ledger.readUntil(() -> ledger.count(DeadlineMissed.class) >= deadlines, TIMEOUT);
            ElapsedTime elapsed = ElapsedTime.since(begun);
            ledger.readUntil(() -> false, Duration.ofSeconds(2)); // for duplicates
            return elapsed;
        }
    }

    private static ElapsedTime measure(BenchmarkLedger ledger, int deadlines, EscalationScheduler scheduler)
            throws Exception {
        try (scheduler) {
            ledger.skipToEnd();
            ElapsedTime begun = ElapsedTime.now();
            scheduler.start();
            ledger.readUntil(() -> ledger.count(DeadlineMissed.class) >= deadlines, TIMEOUT);
            return ElapsedTime.since(begun);
        }
    }
}
