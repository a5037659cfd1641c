package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.sla.calendar.DeadlineCalculator;
import id.pintu.sla.clock.stay.ComplaintStay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stateless calculator of the clocks that a complaint should have and has not: the event that should have started them was
 * folded during a rebuild, but could not be answered when it came (it is in the dead letters). They are counted from when
 * they should have started; one that would be over already gets the time of a reclassification.
 */
public record MissingClockCalculator(DeadlineEventFactory deadlines) {

    /** Whether a clock may be missing; the state may lack what was met. */
    public static boolean maybeMissing(ComplaintClockState clocks) {
        CurrentClockPhase.ClockPhase phase = clocks.handling().currentPhase().phase();
        return phase.clock().isPresent()
                && (clocks.deadlines().open().isEmpty()
                        || (phase.owesAnAnswer() && clocks.deadlines().overall().isEmpty()));
    }

    /**
     * The events that set what is missing; empty if nothing is. Their ids are derived, so they can be emitted again.
     *
     * @param clocks the whole state, in which also met deadlines are
     */
    public List<ComplaintEvent> missing(ComplaintId id, ComplaintClockState clocks, Instant now) {
        List<ComplaintEvent> events = new ArrayList<>();
        CurrentClockPhase current = clocks.handling().currentPhase();
        if (current.phase().owesAnAnswer()
                && current.phase().clock().isPresent()
                && !clocks.deadlines().byClock().containsKey(SlaClockType.OVERALL)) {
            clocks.received()
                    .map(received -> set(id, clocks, SlaClockType.OVERALL, received.at(), now))
                    .ifPresent(events::add);
        }
        if (clocks.deadlines().open().isEmpty()) {
            current.phase()
                    .clock()
                    .ifPresent(clock ->
                            events.add(set(id, clocks, clock, startOf(clocks).orElse(now), now)));
            if (current.phase() == CurrentClockPhase.ClockPhase.ASKED) {
                events.add(new DeadlinePaused(
                        EventMetadata.of(id, current.beganBy(), DeadlinePaused.class, 0, now), SlaClockType.FOLLOW_UP));
            }
        }
        return events;
    }

    private DeadlineSet set(
            ComplaintId id, ComplaintClockState clocks, SlaClockType clock, Instant start, Instant now) {
        EventMetadata stamp = EventMetadata.of(
                id,
                clocks.handling().currentPhase().beganBy(),
                DeadlineSet.class,
                DeadlineEventFactory.sequence(clock),
                now);
        DeadlineSet set =
                deadlines.deadlineSet(stamp, clocks, clock, start, List.of(), Optional.empty(), Optional.empty());
        Instant least = DeadlineCalculator.end(deadlines.calendarOf(set), deadlines.grace(set, now));
        return set.dueAt().isBefore(least)
                ? deadlines.deadlineSet(
                        stamp,
                        clocks,
                        clock,
                        start,
                        List.of(),
                        Optional.of(deadlines.grace(set, now)),
                        Optional.empty())
                : set;
    }

    /** When the turn began whose clock is missing. */
    private static Optional<Instant> startOf(ComplaintClockState clocks) {
        List<ComplaintStay> stays = clocks.handling().stayHistory().stays();
        if (stays.isEmpty()) {
            return Optional.empty();
        }
        ComplaintStay last = stays.getLast();
        return switch (clocks.handling().currentPhase().phase()) {
            case AT_DESK, UNVERIFIED -> Optional.of(last.startedAt());
            case IN_FOLLOW_UP, ASKED -> last.progress().firstStep();
            case ANSWERED -> last.progress().answered();
            case UNASSIGNED, CLOSED, ARCHIVED, OVER -> Optional.empty();
        };
    }
}
