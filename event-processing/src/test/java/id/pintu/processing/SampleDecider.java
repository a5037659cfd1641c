package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decider of a small service that answers every reply and accepts notes until the complaint is withdrawn. */
public final class SampleDecider implements CommandDecider<SampleDecider.SampleState, SampleDecider.AddNote> {

    /** Short name of the service. */
    public static final String SERVICE = "toy";

    /** Text of a reply on which {@link #evolve} throws. */
    static final String FAILS_IN_EVOLVE = "fails in evolve";

    /** Text of a reply on which {@link #react} throws. */
    static final String FAILS_IN_REACT = "fails in react";

    /** From then on a note with the text {@code tomorrow} is accepted. */
    public static final Instant TOMORROW = Instant.parse("2026-03-03T00:00:00Z");

    /** Plain counts, which do not depend on the order of events. */
    public record SampleState(int replies, int followUps, int notes, boolean withdrawn) {}

    /** Commands of the service. */
    public sealed interface SampleCommand extends ComplaintCommand permits AddNote {}

    /** Its only command. */
    public record AddNote(UUID id, ComplaintId complaintId, String text) implements SampleCommand {}

    @Override
    public SampleState initial() {
        return new SampleState(0, 0, 0, false);
    }

    @Override
    public boolean consumes(Class<? extends ComplaintEvent> type) {
        return Set.of(ComplaintReplied.class, ComplaintWithdrawn.class).contains(type);
    }

    @Override
    public SampleState evolve(SampleState state, ComplaintEvent event) {
        if (event instanceof ComplaintReplied reply && reply.text().equals(FAILS_IN_EVOLVE)) {
            throw new IllegalStateException("cannot fold " + reply.text());
        }
        return new SampleState(
                state.replies() + (event instanceof ComplaintReplied ? 1 : 0),
                state.followUps() + (event instanceof FollowUpPosted ? 1 : 0),
                state.notes() + (event instanceof UnitAssigned ? 1 : 0),
                state.withdrawn() || event instanceof ComplaintWithdrawn);
    }

    @Override
    public List<ComplaintEvent> react(SampleState state, ComplaintEvent event, Instant now) {
        if (!(event instanceof ComplaintReplied reply)) {
            return List.of();
        }
        if (reply.text().equals(FAILS_IN_REACT)) {
            throw new IllegalStateException("cannot answer " + reply.text());
        }
        return List.of(new FollowUpPosted(EventMetadata.causedBy(reply, FollowUpPosted.class, now), "X", "noted"));
    }

    @Override
    public CommandDecision decide(SampleState state, AddNote note, Instant now) {
        if (note.text().equals("unknown")) {
            return new CommandDecision.Refused("unknown-complaint", "There is no such complaint.");
        }
        if (note.text().equals("never")) {
            return new CommandDecision.Refused("never", "It is never done.");
        }
        if (note.text().equals("tomorrow") && now.isBefore(TOMORROW)) {
            return new CommandDecision.Refused("too-early", "Tomorrow.", Optional.of(TOMORROW));
        }
        return state.withdrawn()
                ? new CommandDecision.Refused("withdrawn", "It was withdrawn.")
                : new CommandDecision.Accepted(List.of(
                        new ComplaintVerified(
                                EventMetadata.of(note.complaintId(), note.id(), ComplaintVerified.class, now), "X"),
                        new UnitAssigned(
                                EventMetadata.of(note.complaintId(), note.id(), UnitAssigned.class, now),
                                "X",
                                note.text())));
    }
}
