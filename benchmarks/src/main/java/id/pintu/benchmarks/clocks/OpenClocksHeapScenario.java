package id.pintu.benchmarks.clocks;

import id.pintu.benchmarks.HeapMeter;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventJsonCodec;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.SubmittedReport;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import id.pintu.sla.clock.SlaClockRules;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Measurement of the heap of a million open clocks: 500,000 complaints with a current and an overall clock each. */
final class OpenClocksHeapScenario {

    private static final int COMPLAINTS = 500_000;
    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");

    private OpenClocksHeapScenario() {}

    public static void main(String... args) throws InterruptedException {
        DeadlineEventFactory deadlines =
                new DeadlineEventFactory(() -> RoutedComplaintFactory.CALENDAR, RoutedComplaintFactory.POLICIES);
        OpenClockIndex clocks = new OpenClockIndex(deadlines);
        long before = HeapMeter.usedMegabytes();
        for (int i = 0; i < COMPLAINTS; i++) {
            // Deserialized, as in the timers: no objects are shared that would not be in production.
            events(i, deadlines).forEach(event -> clocks.evolve(EventJsonCodec.read(EventJsonCodec.write(event))));
        }
        long megabytes = HeapMeter.usedMegabytes() - before;
        System.out.printf("complaints=%d clocks=%d heap_mb=%d%n", clocks.size(), 2 * clocks.size(), megabytes);
    }

    private static List<ComplaintEvent> events(int number, DeadlineEventFactory deadlines) {
        ComplaintSubmitted submitted = new ComplaintSubmitted(
                EventMetadata.of(
                        RoutedComplaintFactory.id(number), new UUID(9, number), ComplaintSubmitted.class, MONDAY),
                SubmittedReport.ofText("benchmark"));
        SlaClockRules rules = new SlaClockRules(deadlines);
        List<ComplaintEvent> events = new ArrayList<>(List.of(submitted));
        events.addAll(rules.react(rules.evolve(ComplaintClockState.UNKNOWN, submitted), submitted, MONDAY));
        events.addAll(RoutedComplaintFactory.routedEvents(number, MONDAY));
        return events;
    }
}
