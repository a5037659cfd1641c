package id.pintu.benchmarks.clocks;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.sla.calendar.CalendarDecree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Measurement of a calendar decree that moves many open deadlines while reminders of others are due: time until every move
 * is committed in the ledger, and whether the reminders are published meanwhile.
 */
final class DecreeRecomputationScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-06-05T03:00:00Z");
    private static final Instant REMINDER_TIME = Instant.parse("2026-06-09T08:00:00.001Z");
    private static final int FIRING = 5_000;

    private DecreeRecomputationScenario() {}

    /**
     * @param args number of deadlines
     */
    public static void main(String... args) throws Exception {
        int deadlines = Integer.parseInt(args[0]);
        try (BenchmarkLedger ledger = new BenchmarkLedger();
                SlaTimersFixture timers = new SlaTimersFixture(ledger, MONDAY)) {
            for (int i = 0; i < deadlines + FIRING; i++) {
                // Complaints of Friday are due on Wednesday, with a reminder on Tuesday; the decree is about Thursday.
                RoutedComplaintFactory.routedEvents(i, i < deadlines ? MONDAY : FRIDAY)
                        .forEach(ledger::write);
            }
            ledger.flush();
            ledger.skipToEnd();
            System.out.printf("replay_seconds=%.1f%n", timers.start(deadlines + FIRING));
            long begun = System.nanoTime();
            timers.calendarTopic().publish(thursdayOff()).join();
            ledger.readUntil(() -> ledger.count(DeadlineMoved.class) > deadlines / 10, Duration.ofMinutes(10));
            long due = System.nanoTime();
            timers.setTime(REMINDER_TIME);
            ledger.readUntil(() -> ledger.count(DeadlineNeared.class) >= FIRING, Duration.ofMinutes(10));
            double fired = (System.nanoTime() - due) / 1e9;
            int movedThen = ledger.count(DeadlineMoved.class);
            ledger.readUntil(() -> ledger.count(DeadlineMoved.class) >= deadlines, Duration.ofMinutes(10));
            double moved = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "deadlines=%d moved=%d seconds=%.1f duplicated=%d fired_meanwhile=%d fired_within_seconds=%.1f"
                            + " moved_by_then=%d%n",
                    deadlines,
                    ledger.count(DeadlineMoved.class),
                    moved,
                    ledger.duplicated(),
                    ledger.count(DeadlineNeared.class),
                    fired,
                    movedThen);
        }
        System.exit(0);
    }

    private static CalendarDecree thursdayOff() {
        return new CalendarDecree(
                "SKB benchmark",
                CalendarDecree.NATION,
                List.of(new CalendarDecree.DecreedDay(
                        LocalDate.parse("2026-06-11"), "Libur", CalendarDecree.DecreedDayKind.CUTI_BERSAMA)),
                List.of(),
                "benchmark",
                "benchmark",
                MONDAY);
    }
}
