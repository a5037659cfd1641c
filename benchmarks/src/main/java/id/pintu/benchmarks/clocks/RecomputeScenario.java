package id.pintu.benchmarks.clocks;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlineNeared;
import id.pintu.house.ledger.Commands;
import id.pintu.sla.calendar.Decree;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.clock.OpenClocks;
import id.pintu.sla.kafka.AlmanacTopic;
import id.pintu.sla.kafka.CalendarChanges;
import id.pintu.sla.kafka.EffectsTopic;
import id.pintu.sla.kafka.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A decree over so many open deadlines, all of which it moves, while some others come due: how long until every move
 * stands in the ledger, and whether what was due was said meanwhile.
 */
final class RecomputeScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-06-05T03:00:00Z");
    private static final Instant REMINDED = Instant.parse("2026-06-09T08:00:00.001Z");
    private static final int FIRING = 5_000;

    private RecomputeScenario() {}

    /**
     * @param args how many deadlines
     */
    public static void main(String... args) throws Exception {
        int deadlines = Integer.parseInt(args[0]);
        AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
        Deadlines[] counting = new Deadlines[1];
        List<OpenClocks> indexes = new CopyOnWriteArrayList<>();
        try (Ledger ledger = new Ledger();
                Commands broker = new Commands("sla", ledger.servers())) {
            for (int i = 0; i < deadlines + FIRING; i++) {
                // Those of Friday are due on Wednesday and reminded of on Tuesday; the decree is about Thursday.
                Cases.routed(i, i < deadlines ? MONDAY : FRIDAY).forEach(ledger::write);
            }
            ledger.flush();
            ledger.skipToEnd();
            AlmanacTopic almanac = new AlmanacTopic(Cases.TABLES, ledger.servers(), broker);
            EffectsTopic effects = new EffectsTopic(ledger.servers());
            counting[0] = new Deadlines(almanac, Cases.POLICIES);
            Timers timers = new Timers(
                    ledger.servers(),
                    now::get,
                    () -> {
                        OpenClocks index = new OpenClocks(counting[0]);
                        indexes.add(index);
                        return index;
                    },
                    new CalendarChanges(almanac, effects));
            almanac.start();
            effects.start();
            long folding = System.nanoTime();
            timers.start();
            ledger.readUntil(
                    () -> indexes.stream().mapToInt(OpenClocks::size).sum() >= deadlines + FIRING,
                    Duration.ofMinutes(10));
            System.out.printf("folded_seconds=%.1f%n", (System.nanoTime() - folding) / 1e9);
            Thread.sleep(1_000); // until the last of the fold is at rest
            long begun = System.nanoTime();
            almanac.enter(thursdayOff()).join();
            ledger.readUntil(() -> ledger.count(DeadlineMoved.class) > deadlines / 10, Duration.ofMinutes(10));
            long due = System.nanoTime();
            now.set(REMINDED);
            ledger.readUntil(() -> ledger.count(DeadlineNeared.class) >= FIRING, Duration.ofMinutes(10));
            double fired = (System.nanoTime() - due) / 1e9;
            int movedThen = ledger.count(DeadlineMoved.class);
            ledger.readUntil(() -> ledger.count(DeadlineMoved.class) >= deadlines, Duration.ofMinutes(10));
            double moved = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "deadlines=%d moved=%d seconds=%.1f duplicated=%d fired_meanwhile=%d fired_within_seconds=%.1f moved_when_fired=%d%n",
                    deadlines,
                    ledger.count(DeadlineMoved.class),
                    moved,
                    ledger.duplicated(),
                    ledger.count(DeadlineNeared.class),
                    fired,
                    movedThen);
            timers.stop();
            effects.stop();
            almanac.stop();
        }
        System.exit(0);
    }

    private static Decree thursdayOff() {
        return new Decree(
                "SKB benchmark",
                Decree.NATION,
                List.of(new Decree.Day(LocalDate.parse("2026-06-11"), "Libur", Decree.Kind.CUTI_BERSAMA)),
                List.of(),
                "benchmark",
                "benchmark",
                MONDAY);
    }
}
