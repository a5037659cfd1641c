package id.pintu.portal.oversight;

import id.pintu.events.ComplaintKind;
import id.pintu.events.IntakeChannel;
import id.pintu.portal.oversight.ComplaintFacts.PlacementFacts;
import id.pintu.portal.oversight.ComplaintFacts.ReceiptFacts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Columns of some rows of the table of facts. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // in memory only, never stored
final class FactColumns {

    static final int ROWS = 1 << 14;

    private static final IntakeChannel[] CHANNELS = IntakeChannel.values();
    private static final ComplaintKind[] KINDS = ComplaintKind.values();
    private static final int GROWTH = 4;

    final long[] ids = new long[ROWS];
    final int[] receivedAt = new int[ROWS];
    final int[] firstAssignedAt = new int[ROWS];
    final int[] since = new int[ROWS];
    final int[] firstActAt = new int[ROWS];
    final int[] answeredAt = new int[ROWS];
    final char[] institution = new char[ROWS];
    final char[] category = new char[ROWS];
    final char[] flags = new char[ROWS];
    final byte[] assignment = new byte[ROWS];
    final byte[] channel = new byte[ROWS];
    final byte[] kind = new byte[ROWS];
    private final long[] @Nullable [] seen = new long[ROWS][];

    ComplaintFacts get(int i, CodeDictionary institutions, CodeDictionary categories) {
        return new ComplaintFacts(
                new ReceiptFacts(receivedAt[i], CHANNELS[channel[i]], KINDS[kind[i]], categories.text(category[i])),
                new PlacementFacts(
                        institutions.text(institution[i]),
                        assignment[i],
                        firstAssignedAt[i],
                        since[i],
                        firstActAt[i],
                        answeredAt[i]),
                flags[i]);
    }

    void set(int i, ComplaintFacts facts, CodeDictionary institutions, CodeDictionary categories) {
        receivedAt[i] = facts.receipt().at();
        channel[i] = (byte) facts.receipt().channel().ordinal();
        kind[i] = (byte) facts.receipt().kind().ordinal();
        category[i] = categories.number(facts.receipt().category());
        institution[i] = institutions.number(facts.placement().institution());
        assignment[i] = (byte) Math.min(Byte.MAX_VALUE, facts.placement().assignment());
        firstAssignedAt[i] = facts.placement().firstAssignedAt();
        since[i] = facts.placement().since();
        firstActAt[i] = facts.placement().firstActAt();
        answeredAt[i] = facts.placement().answeredAt();
        flags[i] = (char) facts.flags();
    }

    /**
     * Notes that an event was folded.
     *
     * @param event 64 bits of its id; not 0
     * @return false when it was noted before
     */
    boolean markSeen(int i, long event) {
        long[] events = seen[i];
        if (events == null) {
            seen[i] = new long[] {event, 0, 0, 0};
            return true;
        }
        for (int k = 0; k < events.length; k++) {
            if (events[k] == event) {
                return false;
            }
            if (events[k] == 0) {
                events[k] = event;
                return true;
            }
        }
        long[] more = Arrays.copyOf(events, events.length + GROWTH);
        more[events.length] = event;
        seen[i] = more;
        return true;
    }
}
