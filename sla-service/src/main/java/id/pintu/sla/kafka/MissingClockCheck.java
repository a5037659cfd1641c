package id.pintu.sla.kafka;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.MissingClockCalculator;
import id.pintu.sla.clock.index.OpenClockIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Periodic check of one partition for complaints without a clock that they should have. The state in the snapshot store
 * decides: event and reaction are saved there together, so a clock that is missing there will not come by itself. Only
 * complaints that already lacked it at the check before are looked up. Not thread-safe.
 */
final class MissingClockCheck {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int AT_MOST = 200;

    private final OpenClockIndex index;
    private final Function<Set<ComplaintId>, Map<ComplaintId, ComplaintClockState>> snapshots;
    private final MissingClockCalculator calculator;
    private Set<ComplaintId> before = Set.of();
    private long nextAt = System.nanoTime();

    MissingClockCheck(
            OpenClockIndex index,
            Function<Set<ComplaintId>, Map<ComplaintId, ComplaintClockState>> snapshots,
            MissingClockCalculator calculator) {
        this.index = index;
        this.snapshots = snapshots;
        this.calculator = calculator;
    }

    /** Whether {@link #missing} has something to do. */
    boolean isDue() {
        return System.nanoTime() - nextAt >= 0
                && !(before.isEmpty() && index.withoutClock().isEmpty());
    }

    /** Events that set the missing clocks; to be folded by the caller. */
    List<ComplaintEvent> missing(Instant now) {
        nextAt = System.nanoTime() + INTERVAL_NANOS;
        Set<ComplaintId> current = index.withoutClock();
        Set<ComplaintId> still = new HashSet<>(before);
        still.retainAll(current);
        before = current;
        Set<ComplaintId> asked = new HashSet<>(still.stream().limit(AT_MOST).toList());
        return snapshots.apply(asked).entrySet().stream()
                .filter(each -> index.isInSamePhase(each.getKey(), each.getValue()))
                .flatMap(each -> missing(each.getKey(), each.getValue(), now).stream())
                .toList();
    }

    private List<ComplaintEvent> missing(ComplaintId id, ComplaintClockState clocks, Instant now) {
        List<ComplaintEvent> missing = calculator.missing(id, clocks, now);
        if (missing.isEmpty()) {
            index.markComplete(id);
        }
        return missing;
    }
}
