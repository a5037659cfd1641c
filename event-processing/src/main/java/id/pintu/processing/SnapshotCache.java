package id.pintu.processing;

import id.pintu.events.ComplaintId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cache of the snapshots that a processor saved last, so that it need not load them again. A batch takes its snapshots out
 * and puts them back once they are saved, so after a failure none of them is here. It must be cleared when partitions are
 * assigned, because another instance may have changed their snapshots meanwhile.
 *
 * <p>Used by the thread of one consumer; {@link #clear} by any.
 *
 * @param <S> the decider's state
 */
final class SnapshotCache<S> {

    private static final int CAPACITY = 5_000;

    private final LinkedHashMap<ComplaintId, ComplaintSnapshot<S>> snapshots = new LinkedHashMap<>();

    /** Takes those that are here out. */
    synchronized Map<ComplaintId, ComplaintSnapshot<S>> take(Collection<ComplaintId> ids) {
        Map<ComplaintId, ComplaintSnapshot<S>> taken = new LinkedHashMap<>();
        for (ComplaintId id : ids) {
            ComplaintSnapshot<S> snapshot = snapshots.remove(id);
            if (snapshot != null) {
                taken.put(id, snapshot);
            }
        }
        return taken;
    }

    /** Puts snapshots in that are as they are stored; those that were put in longest ago make room. */
    synchronized void put(Collection<ComplaintSnapshot<S>> saved) {
        saved.forEach(snapshot -> snapshots.putLast(snapshot.id, snapshot));
        while (snapshots.size() > CAPACITY) {
            snapshots.pollFirstEntry();
        }
    }

    synchronized void clear() {
        snapshots.clear();
    }
}
