package id.pintu.standalone.simulation;

import id.pintu.events.SlaEvent.SlaClockType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mutable state of one complaint's clocks in the reference model: the clock of the responsible party, the clock of the
 * whole complaint, and the pause. Each change returns the events that sla-service has to publish.
 */
final class ReferenceClocks {

    private Optional<ReferenceClock> current = Optional.empty();
    private Optional<ReferenceClock> overall = Optional.empty();
    private Optional<Instant> pausedAt = Optional.empty();

    Optional<ReferenceClock> current() {
        return current;
    }

    Optional<ReferenceClock> overall() {
        return overall;
    }

    /** Start of the pause, while the reporter is asked. */
    Optional<Instant> pausedAt() {
        return pausedAt;
    }

    /** Whether a clock is the one that runs, and not stopped, replaced or paused. */
    boolean isRunning(ReferenceClock clock) {
        return clock.type() == SlaClockType.OVERALL
                ? overall.filter(clock::equals).isPresent()
                : pausedAt.isEmpty() && current.filter(clock::equals).isPresent();
    }

    List<ExpectedSlaEvent> startOverall(ReferenceClock clock) {
        overall = Optional.of(clock);
        return List.of(clock.setEvent());
    }

    List<ExpectedSlaEvent> stopOverall() {
        List<ExpectedSlaEvent> met = metEvents(overall);
        overall = Optional.empty();
        return met;
    }

    /** Stops the current clock and starts another. */
    List<ExpectedSlaEvent> start(ReferenceClock clock) {
        List<ExpectedSlaEvent> events = new ArrayList<>(stop());
        events.addAll(replace(clock));
        return events;
    }

    /** Continues with another limit or due time. */
    List<ExpectedSlaEvent> replace(ReferenceClock clock) {
        current = Optional.of(clock);
        pausedAt = Optional.empty();
        return List.of(clock.setEvent());
    }

    List<ExpectedSlaEvent> stop() {
        List<ExpectedSlaEvent> met = metEvents(current);
        expire();
        return met;
    }

    /** Ends the current clock without an event of its own. */
    void expire() {
        current = Optional.empty();
        pausedAt = Optional.empty();
    }

    /** Pauses the current clock; one that is past due is not paused. */
    List<ExpectedSlaEvent> pause(Instant at) {
        ReferenceClock clock = current.orElseThrow();
        if (!at.isBefore(clock.due())) {
            return List.of();
        }
        pausedAt = Optional.of(at);
        return List.of(ExpectedSlaEvent.paused(clock.type()));
    }

    private static List<ExpectedSlaEvent> metEvents(Optional<ReferenceClock> clock) {
        return clock.map(each -> ExpectedSlaEvent.met(each.type())).stream().toList();
    }
}
