package id.pintu.benchmarks.clocks;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.UUID;

/** Scheduler with one escalation job for each deadline, all due when it is started. */
interface EscalationScheduler extends AutoCloseable {

    Instant DUE = Instant.parse("2026-06-11T08:00:00Z");
    int THREADS = 20;

    void start() throws Exception;

    @Override
    void close();

    /** The event that the job of a deadline writes. */
    static ComplaintEvent escalation(int number) {
        return new DeadlineMissed(
                EventMetadata.of(RoutedComplaintFactory.id(number), new UUID(7, number), DeadlineMissed.class, 1, DUE),
                SlaClockType.INSTITUTION_VERIFICATION,
                DUE,
                1,
                "liaison",
                false);
    }
}
