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

    /** Another's event that was answered before, while restoring. */
    void fold(Decider<S> decider, ComplaintEvent event) {
        version++;
        state = evolved(decider, state, event);
        remember(event.id());
    }

    /** One of the service's own words heard back from the ledger: its cause is answered for good. */
    void foldOwn(Decider<S> decider, ComplaintEvent word) {
        fold(decider, word);
        said.remove(word.cause());
        if (remember(word.cause())) {
            // Only a command can be new here, and only while restoring: the ledger tells that it was done.
            ended(new Outcome(word.cause(), "", ""));
        }
    }

    /** Another's event at this place in the ledger, and what the service says to it. */
    List<ComplaintEvent> hear(Decider<S> decider, ComplaintEvent event, String place, Instant now) {
        version++;
        if (knows(event.id())) {
            return again(event.id(), place);
        }
        S informed = decider.evolve(state, event);
        return say(decider, informed, event.id(), place, decider.react(informed, event, now));
    }

    /** A command at this place in its topic, and what the service says to it. */
    List<ComplaintEvent> hear(
            Decider<S> decider, Command command, String place, BiFunction<S, Command, CommandDecider.Verdict> decide) {
        version++;
        if (knows(command.id())) {
            return again(command.id(), place);
        }
        return switch (decide.apply(state, command)) {
            case CommandDecider.Verdict.Accepted accepted -> {
                List<ComplaintEvent> words = say(decider, state, command.id(), place, accepted.events());
                ended(new Outcome(command.id(), "", ""));
                yield words;
            }
            case CommandDecider.Verdict.Refused refused -> {
                remember(command.id());
                ended(new Outcome(command.id(), refused.code(), refused.detail()));
                yield List.of();
            }
        };
    }

    private List<ComplaintEvent> say(
            Decider<S> decider, S informed, UUID cause, String place, List<ComplaintEvent> words) {
        S next = informed;
        for (ComplaintEvent word : words) {
            next = evolved(decider, next, word);
        }
        List<byte[]> kept = words.stream().map(EventJson::write).toList();
        // Whatever can fail has been done: what cannot be judged leaves no trace, and is as unjudgeable next time.
        state = next;
        remember(cause);
        words.forEach(word -> remember(word.id()));
        if (!kept.isEmpty()) {
            said.put(cause, new Said(place, kept));
        }
        return words;
    }

    private S evolved(Decider<S> decider, S from, ComplaintEvent event) {
        return knows(event.id()) ? from : decider.evolve(from, event);
    }

    private List<ComplaintEvent> again(UUID cause, String place) {
        Said unheard = said.get(cause);
        return unheard == null || !unheard.place().equals(place)
                ? List.of()
                : unheard.events().stream().map(EventJson::read).toList();
    }

    private boolean knows(UUID id) {
        return seen.contains(bits(id));
    }

    private boolean remember(UUID id) {
        return seen.add(bits(id));
    }

    private static long bits(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    private void ended(Outcome outcome) {
        outcomes.add(outcome);
        if (outcomes.size() > OUTCOMES_KEPT) {
            outcomes.removeFirst();
        }
    }
}
