package id.pintu.house.ledger;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.HandlingEvent.ComplaintVerified;
import id.pintu.events.HandlingEvent.FollowUpPosted;
import id.pintu.events.HandlingEvent.UnitAssigned;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A small service: it answers every reply, and takes notes until the complaint is withdrawn. */
public final class Toy implements CommandDecider<Toy.Known, Toy.Note> {

    /** Short name of the service. */
    public static final String SERVICE = "toy";

    /** A reply nobody can think about, and one nobody can answer. */
    static final String UNTHINKABLE = "unthinkable";

    static final String UNANSWERABLE = "unanswerable";

    /** What it knows: plain counts, so the order in which it learns does not matter. */
    public record Known(int replies, int followUps, int notes, boolean withdrawn) {}

    /** What it can be asked. */
    public sealed interface Asked extends Command permits Note {}

    /** The one thing. */
    public record Note(UUID id, ComplaintId complaintId, String text) implements Asked {}

    @Override
    public Known initial() {
        return new Known(0, 0, 0, false);
    }

    @Override
    public boolean hears(Class<? extends ComplaintEvent> type) {
        return Set.of(ComplaintReplied.class, ComplaintWithdrawn.class).contains(type);
    }

    @Override
    public Known evolve(Known known, ComplaintEvent event) {
        if (event instanceof ComplaintReplied reply && reply.text().equals(UNTHINKABLE)) {
            throw new IllegalStateException("cannot think about " + reply.text());
        }
        return new Known(
                known.replies() + (event instanceof ComplaintReplied ? 1 : 0),
                known.followUps() + (event instanceof FollowUpPosted ? 1 : 0),
                known.notes() + (event instanceof UnitAssigned ? 1 : 0),
                known.withdrawn() || event instanceof ComplaintWithdrawn);
    }

    @Override
    public List<ComplaintEvent> react(Known known, ComplaintEvent heard, Instant now) {
        if (!(heard instanceof ComplaintReplied reply)) {
            return List.of();
        }
        if (reply.text().equals(UNANSWERABLE)) {
            throw new IllegalStateException("cannot answer " + reply.text());
        }
        return List.of(new FollowUpPosted(Stamp.after(reply, FollowUpPosted.class, now), "X", "noted"));
    }

    @Override
    public Verdict decide(Known known, Note note, Instant now) {
        if (note.text().equals("nobody")) {
            return new Verdict.Refused("unknown-complaint", "There is no such complaint.");
        }
        if (note.text().equals("never")) {
            return new Verdict.Refused("never", "It is never done.");
        }
        return known.withdrawn()
                ? new Verdict.Refused("withdrawn", "It was withdrawn.")
                : new Verdict.Accepted(List.of(
                        new ComplaintVerified(
                                Stamp.of(note.complaintId(), note.id(), ComplaintVerified.class, now), "X"),
                        new UnitAssigned(
                                Stamp.of(note.complaintId(), note.id(), UnitAssigned.class, now), "X", note.text())));
    }
}
