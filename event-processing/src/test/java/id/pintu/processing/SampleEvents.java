package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.IntakeEvent.ComplaintReplied;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** Fixture of complaint ids, events and commands. */
final class SampleEvents {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");
    static final ComplaintId POTHOLE = complaint(1);

    private SampleEvents() {}

    static ComplaintId complaint(int number) {
        return ComplaintId.of(ByteBuffer.allocate(8).putInt(number).array());
    }

    static UUID cause(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A reply of intake-service; the same text is the same event. */
    static ComplaintEvent reply(ComplaintId id, String text) {
        return new ComplaintReplied(EventMetadata.of(id, cause(id + text), ComplaintReplied.class, NOW), text);
    }

    static ComplaintEvent withdrawal(ComplaintId id) {
        return new ComplaintWithdrawn(
                EventMetadata.of(id, cause(id + "withdrawn"), ComplaintWithdrawn.class, NOW), "solved");
    }

    /** The same text is the same command. */
    static SampleDecider.AddNote note(ComplaintId id, String text) {
        return new SampleDecider.AddNote(cause(id + "note" + text), id, text);
    }
}
