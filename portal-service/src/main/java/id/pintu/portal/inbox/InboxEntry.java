package id.pintu.portal.inbox;

import id.pintu.events.ComplaintId;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.portal.inbox.InboxClock.InboxClockPhase;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One complaint as the inbox of its responsible institution has it. While the national desk is responsible it is in no inbox.
 *
 * @param report empty until the submission was consumed
 * @param assignment empty while no institution is responsible
 * @param clocks the latest reading of each clock
 * @param incident the first complaint about the same incident, when this one repeats it
 * @param endedAt when it ended, for the order of those that have
 */
public record InboxEntry(
        Optional<InboxReport> report,
        InboxStage stage,
        Optional<InboxAssignment> assignment,
        Map<SlaClockType, InboxClock> clocks,
        Optional<ComplaintId> incident,
        HandlingTimes times,
        Optional<Instant> endedAt) {

    static final InboxEntry UNKNOWN = new InboxEntry(
            Optional.empty(),
            InboxStage.NEW,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            HandlingTimes.NONE,
            Optional.empty());

    /**
     * Deadline that is due next.
     *
     * @param dueAt the last instant that is in time
     */
    public record InboxDeadline(SlaClockType clock, Instant dueAt) {}

    /**
     * The earliest deadline of a running clock, missed or not. While the reporter has the word, the clock of the institution is
     * paused or met, and another one may run.
     */
    public Optional<InboxDeadline> nextDeadline() {
        return stage == InboxStage.ENDED
                ? Optional.empty()
                : clocks.entrySet().stream()
                        .filter(clock -> clock.getValue().isRunning())
                        .map(clock -> new InboxDeadline(
                                clock.getKey(), clock.getValue().dueAt()))
                        .min(Comparator.comparing(InboxDeadline::dueAt));
    }

    InboxEntry with(InboxReport next) {
        return new InboxEntry(Optional.of(next), stage, assignment, clocks, incident, times, endedAt);
    }

    /** A complaint that has ended stays so, unless it is contested. */
    InboxEntry with(InboxStage next) {
        return stage == InboxStage.ENDED
                ? this
                : new InboxEntry(report, next, assignment, clocks, incident, times, endedAt);
    }

    InboxEntry ended(Instant at) {
        return new InboxEntry(
                report, InboxStage.ENDED, assignment, clocks, incident, times, endedAt.or(() -> Optional.of(at)));
    }

    /** Contested: the institution, or after an archiving the desk, has to handle it again. */
    InboxEntry reopened() {
        return new InboxEntry(
                report, InboxStage.IN_PROGRESS, assignment, clocks, incident, times.afterContest(), Optional.empty());
    }

    InboxEntry assigned(InboxAssignment next) {
        return new InboxEntry(
                report,
                stage == InboxStage.ENDED ? stage : InboxStage.NEW,
                Optional.of(next),
                clocks,
                incident,
                HandlingTimes.NONE,
                endedAt);
    }

    InboxEntry withoutInstitution() {
        return new InboxEntry(report, stage, Optional.empty(), clocks, incident, times, endedAt);
    }

    InboxEntry changeAssignment(UnaryOperator<InboxAssignment> change) {
        return new InboxEntry(report, stage, assignment.map(change), clocks, incident, times, endedAt);
    }

    InboxEntry repeating(ComplaintId first) {
        return new InboxEntry(report, stage, assignment, clocks, Optional.of(first), times, endedAt);
    }

    InboxEntry changeTimes(UnaryOperator<HandlingTimes> change) {
        return new InboxEntry(report, stage, assignment, clocks, incident, change.apply(times), endedAt);
    }

    /** Of two readings of a clock the later one applies, in whichever order they come. */
    InboxEntry with(SlaClockType clock, InboxClock reading) {
        InboxClock former = clocks.get(clock);
        if (former != null && reading.at().isBefore(former.at())) {
            return this;
        }
        Map<SlaClockType, InboxClock> next = new EnumMap<>(SlaClockType.class);
        next.putAll(clocks);
        next.put(clock, reading);
        return new InboxEntry(report, stage, assignment, next, incident, times, endedAt);
    }

    InboxEntry changeClock(SlaClockType clock, UnaryOperator<InboxClock> change) {
        InboxClock former = clocks.get(clock);
        return former == null ? this : with(clock, change.apply(former));
    }

    InboxEntry clockAt(SlaClockType clock, InboxClockPhase phase, Instant at) {
        return changeClock(clock, former -> former.to(phase, at));
    }
}
