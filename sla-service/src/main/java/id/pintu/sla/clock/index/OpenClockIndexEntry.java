package id.pintu.sla.clock.index;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One complaint as {@link OpenClockIndex} keeps it: packed, with its next alarm, and 64 bits of each event it heard. */
final class OpenClockIndexEntry {

    final ComplaintId id;
    byte[] encoded;

    @Nullable
    ComplaintAlarm alarm;

    private long[] seen = {};

    /** When something may have to be said. */
    record ComplaintAlarm(Instant at, ComplaintId complaint) {}

    OpenClockIndexEntry(ComplaintId id, byte[] encoded) {
        this.id = id;
        this.encoded = encoded;
    }

    /** Whether this is the first time. */
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
