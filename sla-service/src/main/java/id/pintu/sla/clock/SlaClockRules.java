package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent;
import id.pintu.events.HandlingEvent.ExtensionRequested;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ClockPause;
import id.pintu.events.SlaEvent.ClosureReason;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.ExtensionRefusal;
import id.pintu.events.SlaEvent.ExtensionRefused;
import id.pintu.events.SlaEvent.SlaClockType;
import id.pintu.processing.ComplaintDecider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stateless decider that starts, pauses, resumes and ends the clocks of a complaint in reaction to its events: the party
 * whose turn ends has met its clock, the party whose turn begins gets one, counted from the time of the event. It emits
 * nothing when time passes; {@link id.pintu.sla.clock.index.OpenClockIndex} does.
 *
 * <p>A re-route ends the former institution's clock and starts one for the new institution; the overall clock goes on. An
 * answer without a step before it ends the verification and starts no follow-up. A contest restarts the follow-up, and the
 * overall clock goes on as if there had been no answer. A reclassification changes the follow-up's limit, counted from the
 * start of the follow-up. An institution that asks for more time gets it once, where the policy provides for it.
 */
public record SlaClockRules(DeadlineEventFactory deadlines) implements ComplaintDecider<ComplaintClockState> {

    @Override
    public ComplaintClockState initial() {
        return ComplaintClockState.UNKNOWN;
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return Stream.of(IntakeEvent.class, RoutingEvent.class, HandlingEvent.class, SlaEvent.class)
                .anyMatch(family -> family.isAssignableFrom(type));
    }

    @Override
    public ComplaintClockState evolve(ComplaintClockState clocks, ComplaintEvent event) {
        return clocks.after(event);
    }

    @Override
    public List<ComplaintEvent> react(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        if (event instanceof ComplaintSubmitted
                && clocks.handling().currentPhase().phase() != CurrentClockPhase.ClockPhase.OVER) {
            return List.of(deadlines.start(clocks, SlaClockType.OVERALL, event, now));
        }
        if (event instanceof ExtensionRequested request) {
            return List.of(extension(clocks, request, now));
        }
        if (!clocks.handling().currentPhase().beganBy().equals(event.id())) {
            return List.of();
        }
        List<ComplaintEvent> events = new ArrayList<>(
                switch (clocks.handling().currentPhase().phase()) {
                    case UNASSIGNED, ARCHIVED -> endTurn(clocks, event, now);
                    case AT_DESK, UNVERIFIED, ANSWERED -> nextTurn(clocks, event, now);
                    case IN_FOLLOW_UP -> inFollowUp(clocks, event, now);
                    case ASKED -> asked(clocks, event, now);
                    case CLOSED -> List.of();
                    case OVER -> over(clocks, event, now);
                });
        events.addAll(overall(clocks, event, now));
        return events;
    }

    /** More time for a follow-up that is running and in time, once, where the policy provides for it. */
    private ComplaintEvent extension(ComplaintClockState clocks, ExtensionRequested request, Instant now) {
        Optional<DeadlineState> running = clocks.deadlines()
                .open()
                .filter(open -> open.clock() == SlaClockType.FOLLOW_UP
                        && open.status() == DeadlineState.DeadlineStatus.RUNNING
                        && open.basis().institution().equals(request.institution())
                        && request.at().isBefore(open.set().dueAt()));
        if (running.isEmpty()) {
            return refused(request, ExtensionRefusal.NOT_RUNNING, now);
        }
        DeadlineState open = running.get();
        Optional<Integer> workingDays = deadlines.extensionOf(open);
        if (workingDays.isEmpty()) {
            return refused(request, ExtensionRefusal.NO_POLICY, now);
        }
        return open.basis().extension().isPresent()
                ? refused(request, ExtensionRefusal.ALREADY_EXTENDED, now)
                : deadlines.extend(clocks, open, workingDays.get(), request, now);
    }

    private static ComplaintEvent refused(ExtensionRequested request, ExtensionRefusal reason, Instant now) {
        return new ExtensionRefused(
                EventMetadata.causedBy(request, ExtensionRefused.class, now), SlaClockType.FOLLOW_UP, reason);
    }

    private List<ComplaintEvent> inFollowUp(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        Optional<DeadlineState> followUp =
                clocks.deadlines().open().filter(open -> open.clock() == SlaClockType.FOLLOW_UP);
        if (followUp.isEmpty()) {
            return nextTurn(clocks, event, now);
        }
        DeadlineState open = followUp.get();
        if (event instanceof ComplaintReclassified) {
            return List.of(deadlines.resume(clocks, open, Optional.empty(), event, now));
        }
        if (isReclassifiedSincePauseEnded(clocks, open)) {
            return List.of(deadlines.resume(clocks, open, Optional.empty(), event, now));
        }
        // A clock that was overdue when the reporter was asked was not paused, and one that ran on is not any more.
        return open.status() == DeadlineState.DeadlineStatus.PAUSED
                ? List.of(deadlines.resume(
                        clocks,
                        open,
                        Optional.of(new ClockPause(
                                clocks.handling().currentPhase().askedAt().orElseThrow(), event.at())),
                        event,
                        now))
                : List.of();
    }

    /** A clock that runs on although the reporter has not replied keeps its limit until the reply. */
    private boolean isReclassifiedSincePauseEnded(ComplaintClockState clocks, DeadlineState open) {
        Optional<Instant> asked = clocks.handling().currentPhase().askedAt();
        return open.status() == DeadlineState.DeadlineStatus.RUNNING
                && open.basis().pauses().stream()
                        .anyMatch(pause -> asked.filter(pause.from()::equals).isPresent())
                && !open.set().policy().equals(deadlines.limitName(clocks, open));
    }

    private List<ComplaintEvent> asked(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        Optional<DeadlineState> followUp =
                clocks.deadlines().open().filter(open -> open.clock() == SlaClockType.FOLLOW_UP);
        if (followUp.filter(open -> !event.at().isBefore(open.set().dueAt())).isPresent()) {
            return List.of(); // no time is left to pause
        }
        List<ComplaintEvent> events = new ArrayList<>(followUp.isPresent() ? List.of() : nextTurn(clocks, event, now));
        events.add(
                new DeadlinePaused(EventMetadata.causedBy(event, DeadlinePaused.class, now), SlaClockType.FOLLOW_UP));
        return events;
    }

    private List<ComplaintEvent> over(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        List<ComplaintEvent> events = endTurn(clocks, event, now);
        if (event instanceof ComplaintRated) {
            events.add(new ComplaintClosed(
                    EventMetadata.causedBy(event, ComplaintClosed.class, now),
                    SlaClockType.REPORTER_SILENCE,
                    ClosureReason.RATED));
        }
        return events;
    }

    private List<ComplaintEvent> nextTurn(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        List<ComplaintEvent> events = endTurn(clocks, event, now);
        clocks.handling()
                .currentPhase()
                .phase()
                .clock()
                .map(clock -> deadlines.start(clocks, clock, event, now))
                .ifPresent(events::add);
        return events;
    }

    private static List<ComplaintEvent> endTurn(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        List<ComplaintEvent> events = new ArrayList<>();
        clocks.deadlines()
                .open()
                .map(open -> new DeadlineMet(EventMetadata.causedBy(event, DeadlineMet.class, now), open.clock()))
                .ifPresent(events::add);
        return events;
    }

    /** The overall clock ends with the answer; a contest reinstates it with its former due time, unless that has passed. */
    private List<ComplaintEvent> overall(ComplaintClockState clocks, ComplaintEvent event, Instant now) {
        if (!clocks.handling().currentPhase().phase().owesAnAnswer()) {
            return clocks.deadlines()
                    .overall()
                    .<ComplaintEvent>map(open -> new DeadlineMet(
                            EventMetadata.of(event.complaintId(), event.id(), DeadlineMet.class, 1, now),
                            SlaClockType.OVERALL))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (!(event instanceof ComplaintContested)) {
            return List.of();
        }
        return Optional.ofNullable(clocks.deadlines().byClock().get(SlaClockType.OVERALL))
                .filter(former -> former.set().dueAt().isAfter(event.at()))
                .<ComplaintEvent>map(former -> deadlines.reinstate(former, event, now))
                .map(List::of)
                .orElse(List.of());
    }
}
