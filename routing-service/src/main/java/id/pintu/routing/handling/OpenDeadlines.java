package id.pintu.routing.handling;

import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.DeadlineBasis;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlineMoved;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Deadlines of a complaint that run now, as sla-service set them, the next first.
 *
 * @param running at most one of each clock
 */
public record OpenDeadlines(List<OpenDeadline> running) {

    static final OpenDeadlines NONE = new OpenDeadlines(List.of());

    public OpenDeadlines {
        running = List.copyOf(running);
    }

    /**
     * A running clock.
     *
     * @param policy name of the limit
     * @param dueAt last instant that is in time
     * @param basis what it was calculated from
     */
    public record OpenDeadline(SlaClockType clock, String policy, Instant dueAt, DeadlineBasis basis) {}

    OpenDeadlines after(SlaEvent event) {
        return switch (event) {
            case DeadlineSet set -> with(new OpenDeadline(set.clock(), set.policy(), set.dueAt(), set.basis()));
            case DeadlineMoved moved ->
                running.stream()
                        .filter(each -> each.clock() == moved.clock())
                        .findFirst()
                        .map(each -> with(new OpenDeadline(moved.clock(), each.policy(), moved.dueAt(), moved.basis())))
                        .orElse(this);
            case DeadlinePaused paused -> without(paused.clock());
            case DeadlineMet met -> without(met.clock());
            case SlaEvent other -> this;
        };
    }

    private OpenDeadlines with(OpenDeadline deadline) {
        List<OpenDeadline> all = new ArrayList<>(without(deadline.clock()).running);
        all.add(deadline);
        all.sort(Comparator.comparing(OpenDeadline::dueAt).thenComparing(OpenDeadline::clock));
        return new OpenDeadlines(all);
    }

    private OpenDeadlines without(SlaClockType clock) {
        return new OpenDeadlines(
                running.stream().filter(each -> each.clock() != clock).toList());
    }
}
