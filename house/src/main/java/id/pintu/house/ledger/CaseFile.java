package id.pintu.house.ledger;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventJson;
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
final class CaseFile<S> {

    private static final int OUTCOMES_KEPT = 8;

    /** One answer not yet heard back: where its cause stood, and the words. */
    record Said(String place, List<byte[]> events) {}

    /** How a command ended; an empty refusal means it was done. */
    record Outcome(UUID command, String refusal, String detail) {}

    final ComplaintId id;
    long version;
    S state;
    final Set<Long> seen;
    final Map<UUID, Said> said;
    final List<Outcome> outcomes;

    CaseFile(ComplaintId id, long version, S state, Set<Long> seen, Map<UUID, Said> said, List<Outcome> outcomes) {
        this.id = id;
        this.version = version;
        this.state = state;
        this.seen = new LinkedHashSet<>(seen);
        this.said = new LinkedHashMap<>(said);
        this.outcomes = new ArrayList<>(outcomes);
    }

    static <S> CaseFile<S> blank(ComplaintId id, S initial) {
        return new CaseFile<>(id, 0, initial, Set.of(), Map.of(), List.of());
    }

    /** Folds an event in without answering it. */
    void fold(Decider<S> decider, ComplaintEvent event) {
        if (remember(event.id())) {
            state = decider.evolve(state, event);
        }
        version++;
    }

    /** Folds one of the service's own words in: it is in the ledger, so its cause is answered for good. */
    void foldOwn(Decider<S> decider, ComplaintEvent word) {
        fold(decider, word);
        said.remove(word.cause());
        remember(word.cause());
    }

    /** Another's event at this place in the ledger, and what the service says to it. */
    List<ComplaintEvent> hear(Decider<S> decider, ComplaintEvent event, String place, Instant now) {
        version++;
        if (!remember(event.id())) {
            return again(event.id(), place);
        }
        S before = state;
        try {
            state = decider.evolve(state, event);
            return say(decider, event.id(), place, decider.react(state, event, now));
        } catch (RuntimeException e) {
            state = before;
            forget(event.id());
            throw e;
        }
    }

    /** A command at this place in its topic, and what the service says to it. */
    List<ComplaintEvent> hear(
            Decider<S> decider, Command command, String place, BiFunction<S, Command, CommandDecider.Verdict> decide) {
        version++;
        if (!remember(command.id())) {
            return again(command.id(), place);
        }
        return switch (judged(command, decide)) {
            case CommandDecider.Verdict.Accepted accepted -> {
                ended(new Outcome(command.id(), "", ""));
                yield say(decider, command.id(), place, accepted.events());
            }
            case CommandDecider.Verdict.Refused refused -> {
                ended(new Outcome(command.id(), refused.code(), refused.detail()));
                yield List.of();
            }
        };
    }

    private CommandDecider.Verdict judged(Command command, BiFunction<S, Command, CommandDecider.Verdict> decide) {
        try {
            return decide.apply(state, command);
        } catch (RuntimeException e) {
            forget(command.id());
            throw e;
        }
    }

    private List<ComplaintEvent> say(Decider<S> decider, UUID cause, String place, List<ComplaintEvent> words) {
        for (ComplaintEvent word : words) {
            if (remember(word.id())) {
                state = decider.evolve(state, word);
            }
        }
        if (!words.isEmpty()) {
            said.put(cause, new Said(place, words.stream().map(EventJson::write).toList()));
        }
        return words;
    }

    private List<ComplaintEvent> again(UUID cause, String place) {
        Said unheard = said.get(cause);
        return unheard == null || !unheard.place().equals(place)
                ? List.of()
                : unheard.events().stream().map(EventJson::read).toList();
    }

    private boolean remember(UUID id) {
        return seen.add(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    }

    /** A record that broke the decider is as good as unheard: delivered again, it must break again and be buried. */
    private void forget(UUID id) {
        seen.remove(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    }

    private void ended(Outcome outcome) {
        outcomes.add(outcome);
        if (outcomes.size() > OUTCOMES_KEPT) {
            outcomes.removeFirst();
        }
    }
}
