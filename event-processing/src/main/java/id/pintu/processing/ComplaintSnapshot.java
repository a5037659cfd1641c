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
 * What one service remembers of one complaint: the state its decider folds, and three short lists that make it immune
 * to hearing anything twice.
 *
 * <ul>
 *   <li>{@code seen}: 64 bits of the id of everything folded in, its own words at the moment it says them.
 *   <li>{@code said}: what was answered to a cause, until the answer is heard back from the ledger. The same record
 *       delivered again means that the transaction with the answer never committed: the same words are said again. The
 *       same cause from another place is a repeat: nothing is said.
 *   <li>{@code outcomes}: how the last commands ended, for whoever is waiting.
 * </ul>
 *
 * @param <S> the decider's state
 */
final class ComplaintSnapshot<S> {

    private static final int MAX_OUTCOMES = 8;

    /** One answer not yet heard back: where its cause stood, and the words. */
    record UnconfirmedEvents(String position, List<byte[]> events) {}

    /** How a command ended; an empty refusal means it was done. */
    record CompletedCommand(UUID command, String refusal, String detail) {}

    final ComplaintId id;
    long version;
    S state;
    final Set<Long> seen;
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

    /** Another's event that was answered before, while restoring. */
    void fold(ComplaintDecider<S> decider, ComplaintEvent event) {
        version++;
        state = evolve(decider, state, event);
        markSeen(event.id());
    }

    /** One of the service's own words heard back from the ledger: its cause is answered for good. */
    void foldOwnEvent(ComplaintDecider<S> decider, ComplaintEvent event) {
        fold(decider, event);
        unconfirmed.remove(event.cause());
        if (markSeen(event.cause())) {
            // Only a command can be new here, and only while restoring: the ledger tells that it was done.
            recordCompleted(new CompletedCommand(event.cause(), "", ""));
        }
    }

    /** Another's event at this place in the ledger, and what the service says to it. */
    List<ComplaintEvent> handle(ComplaintDecider<S> decider, ComplaintEvent event, String position, Instant now) {
        version++;
        if (hasSeen(event.id())) {
            return repeatUnconfirmed(event.id(), position);
        }
        S current = decider.evolve(state, event);
        return emit(decider, current, event.id(), position, decider.react(current, event, now));
    }

    /** A command at this place in its topic, and what the service says to it. */
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
        // Whatever can fail has been done: what cannot be judged leaves no trace, and is as unjudgeable next time.
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
