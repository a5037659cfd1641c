package id.pintu.house.ledger;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.Stamp;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Complaints and what happens to them. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    static final ComplaintId POTHOLE = complaint(1);

    private Samples() {}

    static ComplaintId complaint(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }

    static UUID cause(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A reply of intake-service; the same text is the same event. */
    static ComplaintEvent reply(ComplaintId id, String text) {
        return new ComplaintReplied(Stamp.of(id, cause(id + text), ComplaintReplied.class, NOW), text);
    }

    static ComplaintEvent withdrawal(ComplaintId id) {
        return new ComplaintWithdrawn(Stamp.of(id, cause(id + "withdrawn"), ComplaintWithdrawn.class, NOW), "solved");
    }

    /** The same text is the same command. */
    static Toy.Note note(ComplaintId id, String text) {
        return new Toy.Note(cause(id + "note" + text), id, text);
    }
}
