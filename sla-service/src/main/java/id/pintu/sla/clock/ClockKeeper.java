package id.pintu.sla.clock;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.HandlingEvent;
import id.pintu.events.IntakeEvent;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.RoutingEvent;
import id.pintu.events.RoutingEvent.ComplaintReclassified;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.Clock;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.SlaEvent.DeadlineMet;
import id.pintu.events.SlaEvent.DeadlinePaused;
import id.pintu.events.SlaEvent.Outcome;
import id.pintu.events.SlaEvent.Pause;
import id.pintu.events.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what the clocks do when somebody did something: whoever's turn ends has met its clock, whoever's turn begins gets
 * one, counted from the moment of the step. It never fires; that is {@link OpenClocks}.
 *
 * <p>A re-route ends the former institution's clock and gives the new one its own days; the overall clock goes on. An
 * answer without a step before it ends the verification and starts no follow-up. A contest gives the institution its
 * follow-up days anew, and the overall clock goes on as if there had been no answer. A reclassification changes the
 * follow-up's limit, counted from where it began.
 */
public record ClockKeeper(Deadlines deadlines) {

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
        if (heard instanceof ComplaintSubmitted && clocks.stage().phase() != Stage.Phase.OVER) {
            return List.of(deadlines.start(clocks, Clock.OVERALL, heard, now));
        }
        if (!clocks.stage().beganBy().equals(heard.id())) {
            return List.of();
        }
        List<ComplaintEvent> words = new ArrayList<>(
                switch (clocks.stage().phase()) {
                    case UNASSIGNED, ARCHIVED -> endTurn(clocks, heard, now);
                    case AT_DESK, UNVERIFIED, ANSWERED -> nextTurn(clocks, heard, now);
                    case IN_FOLLOW_UP -> inFollowUp(clocks, heard, now);
                    case ASKED -> asked(clocks, heard, now);
                    case CLOSED -> List.of();
                    case OVER -> over(clocks, heard, now);
                });
        words.addAll(overall(clocks, heard, now));
        return words;
    }

    private List<ComplaintEvent> inFollowUp(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        Optional<Deadline> followUp = clocks.open().filter(open -> open.clock() == Clock.FOLLOW_UP);
        if (followUp.isEmpty()) {
            return nextTurn(clocks, heard, now);
        }
        Deadline open = followUp.get();
        if (heard instanceof ComplaintReclassified) {
            return List.of(deadlines.again(clocks, open, Optional.empty(), heard, now));
        }
        // One that was overdue when the reporter was asked has gone on.
        return open.state() == Deadline.State.PAUSED
                ? List.of(deadlines.again(
                        clocks,
                        open,
                        Optional.of(new Pause(clocks.stage().askedAt().orElseThrow(), heard.at())),
                        heard,
                        now))
                : List.of();
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
                .map(clock -> deadlines.start(clocks, clock, heard, now))
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

    /** The overall clock ends with the answer and goes on from its own beginning after a contest, if days are left. */
    private List<ComplaintEvent> overall(ComplaintClocks clocks, ComplaintEvent heard, Instant now) {
        if (!clocks.stage().phase().owesAnAnswer()) {
            return clocks.overall()
                    .<ComplaintEvent>map(open -> new DeadlineMet(
                            Stamp.of(heard.complaintId(), heard.id(), DeadlineMet.class, 1, now), Clock.OVERALL))
                    .map(List::of)
                    .orElse(List.of());
        }
        if (!(heard instanceof ComplaintContested)) {
            return List.of();
        }
        return Optional.ofNullable(clocks.deadlines().get(Clock.OVERALL))
                .filter(former -> former.set().dueAt().isAfter(heard.at()))
                .<ComplaintEvent>map(former -> deadlines.goesOn(former, heard, now))
                .map(List::of)
                .orElse(List.of());
    }
}
