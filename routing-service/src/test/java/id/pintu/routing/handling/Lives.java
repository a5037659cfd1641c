package id.pintu.routing.handling;

import static id.pintu.routing.Reports.ID;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.IntakeEvent.ComplaintContested;
import id.pintu.events.IntakeEvent.ComplaintRated;
import id.pintu.events.IntakeEvent.ComplaintSubmitted;
import id.pintu.events.IntakeEvent.ComplaintWithdrawn;
import id.pintu.events.Report;
import id.pintu.events.SlaEvent;
import id.pintu.events.SlaEvent.ComplaintClosed;
import id.pintu.events.Stamp;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Router;
import id.pintu.routing.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One complaint's life, step by step, as routing-service lives it. */
final class Lives {

    static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    final HandlingRules rules;
    final List<ComplaintEvent> said = new ArrayList<>();
    Handling state = Handling.UNKNOWN;

    Lives() {
        this(rules(Set.of()));
    }

    Lives(HandlingRules rules) {
        this.rules = rules;
    }

    static HandlingRules rules(Set<String> notConnected) {
        Tables tables = new Tables();
        Registry registry = tables.registry(notConnected);
        Router router = new Router(tables.knowledge(registry), Experience.none());
        return new HandlingRules(() -> router, () -> registry);
    }

    /** Hears another service's event and says its answer. */
    List<ComplaintEvent> hears(ComplaintEvent event) {
        state = rules.evolve(state, event);
        return says(rules.react(state, event, NOW));
    }

    Verdict asked(HandlingCommand command) {
        Verdict verdict = rules.decide(state, command, NOW);
        if (verdict instanceof Verdict.Accepted accepted) {
            says(accepted.events());
        }
        return verdict;
    }

    Lives after(ComplaintEvent... events) {
        List.of(events).forEach(this::hears);
        return this;
    }

    String responsible() {
        return state.responsible().map(institution -> institution.code()).orElse("desk");
    }

    private List<ComplaintEvent> says(List<ComplaintEvent> words) {
        words.forEach(word -> state = rules.evolve(state, word));
        said.addAll(words);
        return words;
    }

    static ComplaintEvent submitted(Report report) {
        return new ComplaintSubmitted(stamp(ComplaintSubmitted.class), report);
    }

    static ComplaintEvent withdrawn() {
        return new ComplaintWithdrawn(stamp(ComplaintWithdrawn.class), "Solved");
    }

    static ComplaintEvent contested() {
        return new ComplaintContested(stamp(ComplaintContested.class), "No");
    }

    static ComplaintEvent rated() {
        return new ComplaintRated(stamp(ComplaintRated.class), 5, "");
    }

    static ComplaintEvent closed() {
        return new ComplaintClosed(
                stamp(ComplaintClosed.class), SlaEvent.Clock.REPORTER_SILENCE, SlaEvent.Outcome.SILENCE);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Stamp stamp(Class<? extends ComplaintEvent> type) {
        return Stamp.of(ID, id("cause"), type, NOW);
    }
}
