package id.pintu.routing.pending;

import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In-memory index of the acts that wait, as the compacted topic has them, in every instance. An act that this instance has
 * executed or undone is forgotten at once and does not come back, although its record may still be read.
 */
public final class PendingActIndex {

    /** Compacted topic of the acts that wait, by command id. */
    public static final String TOPIC = "routing.pending";

    private static final int MAX_ENDED = 10_000;

    private final Map<UUID, PendingAct> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> ended = new ConcurrentHashMap<>();

    /** Takes a record of the topic; a tombstone ends the act. */
    public void apply(String key, Optional<byte[]> value) {
        UUID command = UUID.fromString(key);
        if (value.isEmpty()) {
            waiting.remove(command);
            ended.remove(command);
        } else {
            add(WireJsonMapper.MAPPER.readValue(value.get(), PendingAct.class));
        }
    }

    void add(PendingAct act) {
        if (!ended.containsKey(act.command())) {
            waiting.put(act.command(), act);
        }
    }

    /** Takes an act out, for whoever comes first: who executes it, or who undoes it. */
    Optional<PendingAct> take(UUID command) {
        if (ended.size() >= MAX_ENDED) {
            ended.clear(); // their tombstones have been read long ago
        }
        PendingAct taken = waiting.remove(command);
        if (taken != null) {
            ended.put(command, true);
        }
        return Optional.ofNullable(taken);
    }

    /** Puts an act back that could not be executed or undone. */
    void putBack(PendingAct act) {
        ended.remove(act.command());
        waiting.put(act.command(), act);
    }

    public Optional<PendingAct> find(UUID command) {
        return Optional.ofNullable(waiting.get(command));
    }

    /** The acts that wait for one complaint, in the order in which they will be executed. */
    public List<PendingAct> of(ComplaintId complaint) {
        return waiting.values().stream()
                .filter(each -> each.complaint().equals(complaint))
                .sorted(ORDER)
                .toList();
    }

    /** The acts whose time has come, in this order. */
    List<PendingAct> due(Instant now) {
        return waiting.values().stream()
                .filter(each -> !each.executesAt().isAfter(now))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<PendingAct> ORDER =
            Comparator.comparing(PendingAct::executesAt).thenComparing(PendingAct::command);
}
