package id.pintu.processing;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Snapshot of one complaint at one service: the state that the decider folds, and three short lists that make processing
 * idempotent.
 *
 * <ul>
 *   <li>{@code seen}: 64 bits of the id of every event and command folded in, own events from the moment they are emitted.
 *   <li>{@code unconfirmed}: the events emitted for a cause, until they are consumed back from the ledger. The same record
 *       delivered again means that the transaction with these events was not committed: the same bytes are emitted again.
 *       The same cause at another offset is a duplicate: nothing is emitted.
 *   <li>{@code completed}: the outcomes of the last commands, for the HTTP request that waits.
 * </ul>
 *
 * <p>Mutable, for one thread; {@link SnapshotStore} loads and saves it.
 *
 * @param <S> the decider's state
 */
final class ComplaintSnapshot<S> {

    private static final int MAX_OUTCOMES = 8;

    /** Events emitted for one cause and not yet consumed back: the position of the cause, and the JSON of the events. */
    record UnconfirmedEvents(String position, List<byte[]> events) {}

    /** Outcome of a command; an empty refusal means that it was accepted. */
    record CompletedCommand(UUID command, String refusal, String detail) {}

    final ComplaintId id;
    long version;
    S state;
    final LinkedHashSet<Long> seen;
    final Map<UUID, UnconfirmedEvents> unconfirmed;
    final List<CompletedCommand> completed;

    ComplaintSnapshot(
            ComplaintId id,
            long version,
            S state,
            Set<Long> seen,
            Map<UUID, UnconfirmedEvents> unconfirmed,
            List<CompletedCommand> completed) {
        this.id = id;
        this.version = version;
        this.state = state;
        this.seen = new LinkedHashSet<>(seen);
        this.unconfirmed = new LinkedHashMap<>(unconfirmed);
        this.completed = new ArrayList<>(completed);
    }

    static <S> ComplaintSnapshot<S> initial(ComplaintId id, S initial) {
        return new ComplaintSnapshot<>(id, 0, initial, Set.of(), Map.of(), List.of());
    }

    /** Content at one moment, to return to when a record fails. */
    record Savepoint<S>(
            long version,
            S state,
            int seen,
            Map<UUID, UnconfirmedEvents> unconfirmed,
            List<CompletedCommand> completed) {}

    Savepoint<S> savepoint() {
        return new Savepoint<>(version, state, seen.size(), new LinkedHashMap<>(unconfirmed), List.copyOf(completed));
    }

    void rollBackTo(Savepoint<S> savepoint) {
        version = savepoint.version();
        state = savepoint.state();
        while (seen.size() > savepoint.seen()) {
            seen.removeLast();
        }
        unconfirmed.clear();
        unconfirmed.putAll(savepoint.unconfirmed());
        completed.clear();
        completed.addAll(savepoint.completed());
    }

    /** Folds another service's event that was answered before; only during a rebuild. */
    void fold(ComplaintDecider<S> decider, ComplaintEvent event) {
        version++;
        state = evolve(decider, state, event);
        markSeen(event.id());
    }

    /** Folds an own event that was consumed back from the ledger: its transaction is committed, so its cause is confirmed. */
    void foldOwnEvent(ComplaintDecider<S> decider, ComplaintEvent event) {
        fold(decider, event);
        unconfirmed.remove(event.cause());
        if (markSeen(event.cause())) {
            // Only a command can be new here, and only during a rebuild: the ledger shows that it was accepted.
            recordCompleted(new CompletedCommand(event.cause(), "", ""));
        }
    }

    /** Handles another service's event at this position of the ledger and returns the emitted events. */
    List<ComplaintEvent> handle(ComplaintDecider<S> decider, ComplaintEvent event, String position, Instant now) {
        version++;
        if (hasSeen(event.id())) {
            return repeatUnconfirmed(event.id(), position);
        }
        S current = decider.evolve(state, event);
        return emit(decider, current, event.id(), position, decider.react(current, event, now));
    }

    /** Handles a command at this position of its topic and returns the emitted events. */
    List<ComplaintEvent> handle(
            ComplaintDecider<S> decider,
            ComplaintCommand command,
            String position,
            BiFunction<S, ComplaintCommand, CommandDecider.CommandDecision> decide) {
        version++;
        if (hasSeen(command.id())) {
            return repeatUnconfirmed(command.id(), position);
        }
        return switch (decide.apply(state, command)) {
            case CommandDecider.CommandDecision.Accepted accepted -> {
                List<ComplaintEvent> events = emit(decider, state, command.id(), position, accepted.events());
                recordCompleted(new CompletedCommand(command.id(), "", ""));
                yield events;
            }
            case CommandDecider.CommandDecision.Refused refused -> {
                markSeen(command.id());
                recordCompleted(new CompletedCommand(command.id(), refused.code(), refused.detail()));
                yield List.of();
            }
        };
    }

    private List<ComplaintEvent> emit(
            ComplaintDecider<S> decider, S current, UUID cause, String position, List<ComplaintEvent> events) {
        S next = current;
        for (ComplaintEvent event : events) {
            next = evolve(decider, next, event);
        }
        List<byte[]> serialised = events.stream().map(EventJsonCodec::write).toList();
        // All that can throw is above: a record that fails changes nothing, and fails in the same way when delivered
        // again.
        state = next;
        markSeen(cause);
        events.forEach(event -> markSeen(event.id()));
        if (!serialised.isEmpty()) {
            unconfirmed.put(cause, new UnconfirmedEvents(position, serialised));
        }
        return events;
    }

    private S evolve(ComplaintDecider<S> decider, S from, ComplaintEvent event) {
        return hasSeen(event.id()) ? from : decider.evolve(from, event);
    }

    private List<ComplaintEvent> repeatUnconfirmed(UUID cause, String position) {
        UnconfirmedEvents pending = unconfirmed.get(cause);
        return pending == null || !pending.position().equals(position)
                ? List.of()
                : pending.events().stream().map(EventJsonCodec::read).toList();
    }

    private boolean hasSeen(UUID id) {
        return seen.contains(idBits(id));
    }

    private boolean markSeen(UUID id) {
        return seen.add(idBits(id));
    }

    private static long idBits(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    private void recordCompleted(CompletedCommand command) {
        completed.add(command);
        if (completed.size() > MAX_OUTCOMES) {
            completed.removeFirst();
        }
    }
}
