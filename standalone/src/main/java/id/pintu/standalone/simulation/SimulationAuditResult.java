package id.pintu.standalone.simulation;

import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.standalone.LatencyHistogram;
import java.time.Duration;

/** Mutable counters of an audit: SLA events in the ledger, and their deviations from the reference model. */
final class SimulationAuditResult {

    private final LatencyHistogram lateness = new LatencyHistogram();
    private long deadlines;
    private long missed;
    private long escalations;
    private long early;
    private long duplicated;
    private long disagreed;

    void countEvent(SlaEvent event) {
        if (event instanceof DeadlineSet) {
            deadlines++;
        }
        if (event instanceof DeadlineMissed missedDeadline) {
            escalations++;
            missed += missedDeadline.level() == 1 ? 1 : 0;
        }
    }

    /**
     * Counts a reminder, escalation or closing.
     *
     * @param wasEarly whether its time is before its alarm
     * @param late real time from moving the clock until the event was in the ledger
     */
    void countAlarm(boolean wasEarly, Duration late) {
        early += wasEarly ? 1 : 0;
        lateness.record(late);
    }

    void countDuplicate() {
        duplicated++;
    }

    /** Counts events that are missing, or that the model does not predict. */
    void countDisagreements(int count) {
        disagreed += count;
    }

    long disagreed() {
        return disagreed;
    }

    /** Whether no event was early, duplicated or in disagreement with the model. */
    boolean clean() {
        return early + duplicated + disagreed == 0;
    }

    /** {@code complaints=… deadlines=… … disagreed=…}. */
    String summaryLine(int complaints) {
        return "complaints=%d deadlines=%d missed=%d escalations=%d early=%d late_p99_ms=%d duplicated=%d disagreed=%d"
                .formatted(
                        complaints,
                        deadlines,
                        missed,
                        escalations,
                        early,
                        Math.round(lateness.percentileMillis(99)),
                        duplicated,
                        disagreed);
    }
}
