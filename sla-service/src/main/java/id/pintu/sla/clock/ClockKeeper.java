package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.RoutingEvent;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.DeadlineSet;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what the clocks do when somebody did something: whoever's turn ends has met its clock, whoever's turn begins gets
 * one, counted from the moment of the step. It never fires; that is {@link OpenClocks}.
 *
 * <p>A re-route ends the former institution's clock and gives the new one its own days. An answer without a step before
 * it ends the verification and starts no follow-up. A contest gives the institution its follow-up days anew.
 *
 * @param calendar holidays and office hours; the zone is the complaint's
 */
public record ClockKeeper(WorkingCalendar calendar, Limits limits) {

    /** Whether events of this type change a clock. */
    public static boolean hears(Class<? extends ComplaintEvent> type) {
        return Stream.of(IntakeEvent.class, RoutingEvent.class, HandlingEvent.class, SlaEvent.class)
                .anyMatch(family -> family.isAssignableFrom(type));
    }

    /** What is known after this event. */
    public ComplaintClocks evolve(ComplaintClocks clocks, ComplaintEvent event) {
        return clocks.after(event);
    }

    /**
     * What the clocks say to another's event.
     *
     * @param clocks with the event
     */
    public List<ComplaintEvent> react(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        if (!clocks.stage().beganBy().equals(heard.id())) {
            return List.of();
        }
        return switch (clocks.stage().phase()) {
            case UNASSIGNED, ARCHIVED -> endTurn(clocks, heard, now);
            case AT_DESK, UNVERIFIED, ANSWERED -> nextTurn(clocks, heard, now);
            case IN_FOLLOW_UP -> inFollowUp(clocks, heard, now);
            case ASKED -> asked(clocks, heard, now);
            case CLOSED -> List.of();
            case OVER -> over(clocks, heard, now);
        };
    }

    private List<ComplaintEvent> inFollowUp(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        Optional<Deadline> followUp = clocks.open().filter(open -> open.clock() == Clock.FOLLOW_UP);
        if (followUp.isEmpty()) {
            return nextTurn(clocks, heard, now);
        }
        // One that was overdue when the reporter was asked has gone on.
        return followUp.filter(open -> open.state() == Deadline.State.PAUSED)
                .map(paused -> resume(clocks, paused, heard, now))
                .map(List::of)
                .orElse(List.of());
    }

    private List<ComplaintEvent> asked(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        Optional<Deadline> followUp = clocks.open().filter(open -> open.clock() == Clock.FOLLOW_UP);
        if (followUp.filter(open -> !heard.at().isBefore(open.set().dueAt())).isPresent()) {
            return List.of(); // no time is left that could rest
        }
        List<ComplaintEvent> words = new ArrayList<>(followUp.isPresent() ? List.of() : nextTurn(clocks, heard, now));
        words.add(new DeadlinePaused(Stamp.after(heard, DeadlinePaused.class, now), Clock.FOLLOW_UP));
        return words;
    }

    private List<ComplaintEvent> over(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        List<ComplaintEvent> words = endTurn(clocks, heard, now);
        if (heard instanceof ComplaintRated) {
            words.add(new ComplaintClosed(
                    Stamp.after(heard, ComplaintClosed.class, now), Clock.REPORTER_SILENCE, Outcome.RATED));
        }
        return words;
    }

    private List<ComplaintEvent> nextTurn(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        List<ComplaintEvent> words = endTurn(clocks, heard, now);
        clocks.stage()
                .phase()
                .clock()
                .map(clock -> start(clocks, clock, heard, now))
                .ifPresent(words::add);
        return words;
    }

    private static List<ComplaintEvent> endTurn(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        List<ComplaintEvent> words = new ArrayList<>();
        clocks.open()
                .map(open -> new DeadlineMet(Stamp.after(heard, DeadlineMet.class, now), open.clock()))
                .ifPresent(words::add);
        return words;
    }

    private DeadlineSet start(ComplaintClocks clocks, Clock clock, ComplaintEvent heard, Instant now) {
        WorkingCalendar local = calendar.in(clocks.zoneOf(clock));
        Limit limit = limits.of(clock, clocks.kind(), local.dayOf(heard.at()));
        return set(clock, limit.name(), local, limit.due(local, heard.at()), heard, now);
    }

    /** Gives back exactly the working time that was left when the reporter was asked. */
    private ComplaintEvent resume(ComplaintClocks clocks, Deadline paused, ComplaintEvent heard, Instant now) {
        WorkingCalendar local = calendar.in(clocks.zoneOf(paused.clock()));
        Instant askedAt = clocks.stage().askedAt().orElseThrow();
        Duration left = local.workingTime(askedAt, paused.set().dueAt());
        Instant due = local.afterWorkingTime(heard.at(), left);
        return set(paused.clock(), paused.set().policy(), local, due, heard, now);
    }

    private static DeadlineSet set(
            Clock clock, String policy, WorkingCalendar local, Instant due, ComplaintEvent heard, Instant now) {
        return new DeadlineSet(
                Stamp.after(heard, DeadlineSet.class, now), clock, policy, local.reminder(heard.at(), due), due);
    }
}
