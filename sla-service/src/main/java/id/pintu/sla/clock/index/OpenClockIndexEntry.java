package id.pintu.sla.clock.index;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mutable entry of {@link OpenClockIndex} for one complaint: encoded state, next alarm, and 64 bits of each folded event's id. */
final class OpenClockIndexEntry {

    final ComplaintId id;
    byte[] encoded;

    @Nullable
    ComplaintAlarm alarm;

    private long[] seen = {};

    /** Instant at which an event of this complaint may fall due. */
    record ComplaintAlarm(Instant at, ComplaintId complaint) {}

    OpenClockIndexEntry(ComplaintId id, byte[] encoded) {
        this.id = id;
        this.encoded = encoded;
    }

    /** Returns whether the event was not seen before. */
    boolean markSeen(UUID event) {
        long bits = event.getMostSignificantBits() ^ event.getLeastSignificantBits();
        for (long known : seen) {
            if (known == bits) {
                return false;
            }
        }
        seen = Arrays.copyOf(seen, seen.length + 1);
        seen[seen.length - 1] = bits;
        return true;
    }
}
