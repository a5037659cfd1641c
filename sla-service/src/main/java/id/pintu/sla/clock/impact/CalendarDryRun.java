package id.pintu.sla.clock.impact;

import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.clock.DeadlineEventFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accumulator of the impact that a proposed calendar would have on open deadlines. Not thread-safe. */
public final class CalendarDryRun {

    private final DeadlineEventFactory deadlines;
    private final Map<String, CalendarChangeImpact.InstitutionImpact> impacts = new TreeMap<>();
    private Optional<DeadlineMoved> farthest = Optional.empty();

    /**
     * @param deadlines by the proposed calendar
     */
    public CalendarDryRun(DeadlineEventFactory deadlines) {
        this.deadlines = deadlines;
    }

    /** Adds one complaint. */
    public void add(ComplaintClockState clocks, Instant now) {
        int calendarVersion = deadlines.calendars().get().version();
        clocks.deadlines().byClock().values().stream()
                .filter(open -> open.needsRecalculation(calendarVersion))
                .flatMap(open -> deadlines.moved(open, now).stream())
                .forEach(moved -> {
                    CalendarChangeImpact.count(impacts, moved);
                    farthest =
                            farthest.filter(far -> shift(far) >= shift(moved)).or(() -> Optional.of(moved));
                });
    }

    public CalendarChangeImpact impact() {
        return new CalendarChangeImpact(impacts);
    }

    /** The move over the longest time. */
    public Optional<DeadlineMoved> farthest() {
        return farthest;
    }

    private static long shift(DeadlineMoved moved) {
        return Math.abs(moved.dueAt().getEpochSecond() - moved.from().getEpochSecond());
    }
}
