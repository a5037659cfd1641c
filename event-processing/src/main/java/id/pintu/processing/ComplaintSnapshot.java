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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Snapshot of one complaint at one service: the state that the decider folds, and four lists that make processing
 * idempotent.
 *
 * <ul>
 *   <li>{@code seen}: 64 bits of the id of every event and command folded in, own events from the moment they are emitted.
 *   <li>{@code unconfirmed}: the events emitted for a cause, until a batch begins after it. The same record
 *       delivered again means that the transaction with these events was not committed: the same bytes are emitted again.
 *       The same cause at another offset is a duplicate: nothing is emitted.
 *   <li>{@code accepted}: the fingerprints of all commands that were carried out, by the 64 bits of their id.
 *   <li>{@code refused}: the last refused commands, for the HTTP request that waits. An older one is forgotten: refusals
 *       cost a sender nothing, so they must not make the snapshot grow.
 * </ul>
 *
 * <p>Mutable, for one thread; {@link SnapshotStore} loads and saves it.
 *
 * @param <S> the decider's state
 */
final class ComplaintSnapshot<S> {

    private static final int MAX_REFUSED = 16;

    /** Events emitted for one cause and not yet known to be committed: the position of the cause, and the JSON of the events. */
    record UnconfirmedEvents(String position, List<byte[]> events) {}

    /** Refused command, and why. */
    record RefusedCommand(UUID command, CommandOutcome outcome) {}

    final ComplaintId id;
    long version;
    S state;
    final LinkedHashSet<Long> seen;
    final Map<UUID, UnconfirmedEvents> unconfirmed;
    final LinkedHashMap<Long, Long> accepted;
    final List<RefusedCommand> refused;

    ComplaintSnapshot(
            ComplaintId id,
            long version,
            S state,
            Set<Long> seen,
            Map<UUID, UnconfirmedEvents> unconfirmed,
            Map<Long, Long> accepted,
            List<RefusedCommand> refused) {
        this.id = id;
        this.version = version;
        this.state = state;
        this.seen = new LinkedHashSet<>(seen);
        this.unconfirmed = new LinkedHashMap<>(unconfirmed);
        this.accepted = new LinkedHashMap<>(accepted);
        this.refused = new ArrayList<>(refused);
    }

    static <S> ComplaintSnapshot<S> initial(ComplaintId id, S initial) {
        return new ComplaintSnapshot<>(id, 0, initial, Set.of(), Map.of(), Map.of(), List.of());
    }

    /** Content at one moment, to return to when a record fails. */
    record Savepoint<S>(
            long version,
            S state,
            int seen,
            int accepted,
            Map<UUID, UnconfirmedEvents> unconfirmed,
            List<RefusedCommand> refused) {}

    Savepoint<S> savepoint() {
        return new Savepoint<>(
                version, state, seen.size(), accepted.size(), new LinkedHashMap<>(unconfirmed), List.copyOf(refused));
    }

    void rollBackTo(Savepoint<S> savepoint) {
        version = savepoint.version();
        state = savepoint.state();
        while (seen.size() > savepoint.seen()) {
            seen.removeLast();
        }
        while (accepted.size() > savepoint.accepted()) {
            accepted.pollLastEntry();
        }
        unconfirmed.clear();
        unconfirmed.putAll(savepoint.unconfirmed());
        refused.clear();
        refused.addAll(savepoint.refused());
    }

    /**
     * Forgets the events whose cause was read before the first record of a batch: their transaction is committed, or the
     * batch would begin with their cause.
     *
     * @param firstOffsets by topic and partition
     */
    void confirmBefore(Map<String, Long> firstOffsets) {
        unconfirmed.values().removeIf(entry -> InboundRecord.isBefore(entry.position(), firstOffsets));
    }

    /** Outcome of a command; empty when it was never decided, or refused long ago. */
    Optional<CommandOutcome> outcomeOf(UUID command) {
        Long fingerprint = accepted.get(idBits(command));
        return fingerprint == null
                ? refused.stream()
                        .filter(each -> each.command().equals(command))
                        .map(RefusedCommand::outcome)
                        .findFirst()
                : Optional.of(CommandOutcome.accepted(fingerprint));
    }

    /** Fingerprint of the command that caused an event; 0 when it has another cause. */
    long commandFingerprintOf(ComplaintEvent event) {
        return accepted.getOrDefault(idBits(event.cause()), 0L);
    }

    /** Folds another service's event that was answered before; only during a rebuild. */
    void fold(ComplaintDecider<S> decider, ComplaintEvent event) {
        version++;
        state = evolve(decider, state, event);
        markSeen(event.id());
    }

    /**
     * Folds an own event that was consumed back from the ledger: its transaction is committed, so its cause is confirmed.
     *
     * @param commandFingerprint of the command that it carries out; 0 when it is not known
     */
    void foldOwnEvent(ComplaintDecider<S> decider, ComplaintEvent event, long commandFingerprint) {
        fold(decider, event);
        unconfirmed.remove(event.cause());
        if (markSeen(event.cause())) {
            // Only a command can be new here, and only during a rebuild: the ledger shows that it was accepted.
            accepted.putIfAbsent(idBits(event.cause()), commandFingerprint);
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

    /**
     * Handles a command at this position of its topic and returns the emitted events. A command that was refused until some
     * time is decided again when it is sent again.
     */
    List<ComplaintEvent> handle(
            ComplaintDecider<S> decider,
            ComplaintCommand command,
            long fingerprint,
            String position,
            BiFunction<S, ComplaintCommand, CommandDecider.CommandDecision> decide) {
        version++;
        if (hasSeen(command.id())) {
            return repeatUnconfirmed(command.id(), position);
        }
        if (outcomeOf(command.id())
                .filter(outcome -> staysRefused(outcome, position))
                .isPresent()) {
            return List.of();
        }
        return switch (decide.apply(state, command)) {
            case CommandDecider.CommandDecision.Accepted granted -> {
                List<ComplaintEvent> events = emit(decider, state, command.id(), position, granted.events());
                accepted.put(idBits(command.id()), fingerprint);
                yield events;
            }
            case CommandDecider.CommandDecision.Refused refusal -> {
                recordRefused(
                        command.id(),
                        new CommandOutcome(refusal.code(), refusal.detail(), refusal.retryAt(), fingerprint, position));
                yield List.of();
            }
        };
    }

    private static boolean staysRefused(CommandOutcome outcome, String position) {
        return outcome.retryAt().isEmpty() || outcome.position().equals(position);
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

    private void recordRefused(UUID command, CommandOutcome outcome) {
        refused.removeIf(each -> each.command().equals(command));
        refused.add(new RefusedCommand(command, outcome));
        if (refused.size() > MAX_REFUSED) {
            refused.removeFirst();
        }
    }
}
