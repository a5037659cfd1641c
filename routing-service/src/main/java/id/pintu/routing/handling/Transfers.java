package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.Dispute;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.house.ledger.CommandDecider.Verdict;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * "Bukan wewenang" sends a report on, never back to the citizen, and not for ever: after three transfers, or as soon as
 * institutions point at each other, the arbiter rules. (India's CPGRAMS has the same limit of three.)
 */
record Transfers(Placement placement, Supplier<Registry> registry) {

    static final int MOST = 3;

    Verdict returned(Handling state, Return asked, Instant now) {
        if (state.quarrel().ruled()) {
            return new Verdict.Refused(
                    "bound-by-ruling", "The arbiter ruled that this complaint is with " + asked.institution() + ".");
        }
        List<ComplaintEvent> said = new ArrayList<>();
        ComplaintReturned returned = new ComplaintReturned(
                asked.stamp(ComplaintReturned.class, now), asked.institution(), asked.reason(), asked.suggested());
        said.add(returned);
        Handling after = state.with(state.quarrel().refused(returned));
        List<ComplaintEvent> next = next(after, asked, now);
        next.stream()
                .filter(ComplaintRouted.class::isInstance)
                .map(ComplaintRouted.class::cast)
                .findFirst()
                .map(routed -> new ComplaintTransferred(
                        asked.stamp(ComplaintTransferred.class, now),
                        asked.institution(),
                        routed.institution().code()))
                .ifPresent(said::add);
        said.addAll(next);
        return new Verdict.Accepted(said);
    }

    private List<ComplaintEvent> next(Handling after, Return asked, Instant now) {
        Optional<Dispute> dispute = dispute(after, asked);
        if (dispute.isPresent()) {
            return List.of(forArbiter(after, asked, dispute.get(), now));
        }
        return suggested(after, asked, now)
                .orElseGet(() -> placement.byRules(after, asked.complaintId(), asked.id(), now));
    }

    private static Optional<Dispute> dispute(Handling after, Return asked) {
        if (asked.suggested().filter(after.quarrel().refusedBy()::contains).isPresent()) {
            return Optional.of(Dispute.CYCLE);
        }
        return after.assignments() > MOST ? Optional.of(Dispute.TRANSFERS_USED_UP) : Optional.empty();
    }

    private ComplaintEvent forArbiter(Handling after, Return asked, Dispute dispute, Instant now) {
        List<String> facts = after.quarrel().refusedBy().stream()
                .map(code -> "refused-by=" + code)
                .toList();
        return new ComplaintHeldForDesk(
                asked.stamp(ComplaintHeldForDesk.class, now),
                new Reason(Reason.ARBITER, facts, Optional.of(placement.assessment(after, now))),
                Optional.of(dispute));
    }

    private Optional<List<ComplaintEvent>> suggested(Handling after, Return asked, Instant now) {
        return asked.suggested()
                .flatMap(registry.get()::institution)
                .filter(Registration::takesReports)
                .map(institution -> placement.byPeople(
                        after,
                        asked,
                        institution,
                        new Reason(Reason.SUGGESTED, List.of("suggested-by=" + asked.institution())),
                        List.of(),
                        now));
    }
}
