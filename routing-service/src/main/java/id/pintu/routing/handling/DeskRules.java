package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.handling.Handling.Phase;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.ByDesk;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the national desk, and its arbiter, may do with a complaint that waits for them. */
record DeskRules(Placement placement, Supplier<Registry> registry) {

    Verdict decide(Handling state, ByDesk asked, Instant now) {
        if (state.phase() != Phase.AT_DESK) {
            return new Verdict.Refused("not-at-desk", "This complaint is with an institution.");
        }
        return switch (asked) {
            case Dispose dispose -> dispose(state, dispose, now);
            case Rule rule -> rule(state, rule, now);
            case Archive archive ->
                new Verdict.Accepted(List.of(new ComplaintArchived(
                        archive.stamp(ComplaintArchived.class, now), archive.reason(), Optional.of(archive.ground()))));
        };
    }

    private Verdict dispose(Handling state, Dispose asked, Instant now) {
        if (state.quarrel().dispute().isPresent()) {
            return new Verdict.Refused("needs-a-ruling", "Institutions do not agree about this complaint: rule on it.");
        }
        List<Registration> others = asked.also().stream()
                .flatMap(code -> registry.get().institution(code).stream())
                .toList();
        Reason reason = new Reason(Reason.DESK_DECISION, List.of());
        return to(
                asked.institution(), institution -> placement.byPeople(state, asked, institution, reason, others, now));
    }

    private Verdict rule(Handling state, Rule asked, Instant now) {
        if (state.quarrel().dispute().isEmpty()) {
            return new Verdict.Refused("no-dispute", "Institutions do not dispute this complaint: assign it.");
        }
        return to(asked.institution(), institution -> {
            RulingGiven ruling = new RulingGiven(
                    asked.stamp(RulingGiven.class, now),
                    institution.code(),
                    asked.grounds(),
                    state.quarrel().refusedBy(),
                    state.quarrel().matter());
            Reason reason = new Reason(Reason.RULING, List.of("ruling=" + ruling.id(), "grounds=" + asked.grounds()));
            List<ComplaintEvent> said = new ArrayList<>();
            said.add(ruling);
            said.addAll(placement.byPeople(state, asked, institution, reason, List.of(), now));
            return said;
        });
    }

    private Verdict to(String code, Function<Registration, List<ComplaintEvent>> words) {
        return registry.get()
                .institution(code)
                .<Verdict>map(institution -> new Verdict.Accepted(words.apply(institution)))
                .orElseGet(() -> new Verdict.Refused("no-such-institution", "There is no institution " + code + "."));
    }
}
