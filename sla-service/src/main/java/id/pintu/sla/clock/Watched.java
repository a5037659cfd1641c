package id.pintu.sla.clock;

import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One complaint as {@link OpenClocks} keeps it: packed, with its next alarm, and 64 bits of each event it heard. */
final class Watched {

    final ComplaintId id;
    byte[] packed;

    @Nullable
    Alarm alarm;

    private long[] heard = {};

    /** When something may have to be said. */
    record Alarm(Instant at, ComplaintId complaint) {}

    Watched(ComplaintId id, byte[] packed) {
        this.id = id;
        this.packed = packed;
    }

    /** Whether this is the first time. */
    boolean hears(UUID event) {
        long bits = event.getMostSignificantBits() ^ event.getLeastSignificantBits();
        for (long known : heard) {
            if (known == bits) {
                return false;
            }
        }
        heard = Arrays.copyOf(heard, heard.length + 1);
        heard[heard.length - 1] = bits;
        return true;
    }
}
