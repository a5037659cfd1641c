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
import java.util.Set;
import java.util.UUID;

/** A small service: it answers every reply, and takes notes until the complaint is withdrawn. */
public final class SampleDecider implements CommandDecider<SampleDecider.SampleState, SampleDecider.AddNote> {

    /** Short name of the service. */
    public static final String SERVICE = "toy";

    /** A reply nobody can think about, and one nobody can answer. */
    static final String FAILS_IN_EVOLVE = "unthinkable";

    static final String FAILS_IN_REACT = "unanswerable";

    /** What it knows: plain counts, so the order in which it learns does not matter. */
    public record SampleState(int replies, int followUps, int notes, boolean withdrawn) {}

    /** What it can be asked. */
    public sealed interface SampleCommand extends ComplaintCommand permits AddNote {}

    /** The one thing. */
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
            throw new IllegalStateException("cannot think about " + reply.text());
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
        if (note.text().equals("nobody")) {
            return new CommandDecision.Refused("unknown-complaint", "There is no such complaint.");
        }
        if (note.text().equals("never")) {
            return new CommandDecision.Refused("never", "It is never done.");
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
