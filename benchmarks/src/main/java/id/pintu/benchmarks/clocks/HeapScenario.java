package id.pintu.benchmarks.clocks;

import id.pintu.benchmarks.Heap;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintKind;
import id.pintu.events.ContactChannel;
import id.pintu.events.Door;
import id.pintu.events.EventJson;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.Report;
import id.pintu.events.Stamp;
import id.pintu.sla.clock.ClockKeeper;
import id.pintu.sla.clock.ComplaintClocks;
import id.pintu.sla.clock.Deadlines;
import id.pintu.sla.clock.OpenClocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How much heap a million open clocks take: half a million complaints, each with its turn's clock and the overall one. */
final class HeapScenario {

    private static final int COMPLAINTS = 500_000;
    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");

    private HeapScenario() {}

    public static void main(String... args) throws InterruptedException {
        Deadlines deadlines = new Deadlines(() -> Cases.TABLES, Cases.POLICIES);
        OpenClocks clocks = new OpenClocks(deadlines);
        long before = Heap.used();
        for (int i = 0; i < COMPLAINTS; i++) {
            // Read from bytes, as the timers do: nothing is shared that would not be.
            events(i, deadlines).forEach(event -> clocks.evolve(EventJson.read(EventJson.write(event))));
        }
        long megabytes = Heap.used() - before;
        System.out.printf("complaints=%d clocks=%d heap_mb=%d%n", clocks.size(), 2 * clocks.size(), megabytes);
    }

    private static List<ComplaintEvent> events(int number, Deadlines deadlines) {
        ComplaintSubmitted submitted = new ComplaintSubmitted(
                Stamp.of(Cases.id(number), new UUID(9, number), ComplaintSubmitted.class, MONDAY),
                new Report(
                        Door.WEB,
                        ComplaintKind.COMPLAINT,
                        "",
                        "benchmark",
                        Report.Place.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Report.Privacy(false, false, ContactChannel.NONE)));
        ClockKeeper keeper = new ClockKeeper(deadlines);
        List<ComplaintEvent> events = new ArrayList<>(List.of(submitted));
        events.addAll(keeper.react(keeper.evolve(ComplaintClocks.UNKNOWN, submitted), submitted, MONDAY));
        events.addAll(Cases.routed(number, MONDAY));
        return events;
    }
}
