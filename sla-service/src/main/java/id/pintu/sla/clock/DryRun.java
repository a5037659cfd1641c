package id.pintu.sla.clock;

import id.pintu.events.SlaEvent.DeadlineMoved;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what a calendar that does not hold yet would do. Not for several threads. */
public final class DryRun {

    private final Deadlines deadlines;
    private final Map<String, Effects.Effect> effects = new TreeMap<>();
    private Optional<DeadlineMoved> farthest = Optional.empty();

    /**
     * @param deadlines by the calendar in question
     */
    public DryRun(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** One complaint more. */
    public void look(ComplaintClocks clocks, Instant now) {
        int calendar = deadlines.almanac().get().version();
        clocks.deadlines().values().stream()
                .filter(open -> open.isOlderThan(calendar))
                .flatMap(open -> deadlines.moved(open, now).stream())
                .forEach(moved -> {
                    Effects.count(effects, moved);
                    farthest =
                            farthest.filter(far -> shift(far) >= shift(moved)).or(() -> Optional.of(moved));
                });
    }

    public Effects effects() {
        return new Effects(effects);
    }

    /** The deadline that would move most. */
    public Optional<DeadlineMoved> farthest() {
        return farthest;
    }

    private static long shift(DeadlineMoved moved) {
        return Math.abs(moved.dueAt().getEpochSecond() - moved.from().getEpochSecond());
    }
}
