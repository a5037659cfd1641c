package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.Assessment;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.Part;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.RoutingDecision;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a complaint goes next. */
record Placement(Supplier<Router> router, Precedents precedents) {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");
    private static final Reason UNTOLD = new Reason("", List.of());

    /** Whatever the rules decide, with the precedents there are. */
    List<ComplaintEvent> byRules(Handling state, ComplaintId id, UUID cause, Instant now) {
        if (state.family().partOf().isPresent()) {
            // The rules speak of the whole, and would send the part where the whole is.
            return List.of(held(id, cause, new Reason(Reason.PART_RETURNED, List.of()), now));
        }
        HashSet<String> refusedBy = new HashSet<>(state.quarrel().refusedBy());
        RoutingDecision decision = router.get().decide(report(state), refusedBy, day(now));
        return switch (decision) {
            case Assign assign -> placed(state, id, cause, standing(state, decision, now), now);
            case AssignSeveral several -> placed(state, id, cause, standing(state, decision, now), now);
            case Hold hold -> List.of(held(id, cause, hold.reason(), now));
        };
    }

    /**
     * To this institution, because somebody decided so; a part to who watches over the officers it is about, and to each
     * of the others.
     */
    List<ComplaintEvent> byPeople(
            Handling state,
            HandlingCommand asked,
            Registration institution,
            Reason reason,
            List<Registration> others,
            Instant now) {
        Assign chosen = new Assign(institution, Optional.empty(), reason);
        List<Assign> places = new ArrayList<>(
                state.family().partOf().isPresent()
                        ? List.of(chosen)
                        : router.get()
                                .completed(report(state), chosen, day(now))
                                .places());
        others.forEach(other -> places.add(new Assign(other, Optional.empty(), UNTOLD)));
        return placed(state, asked.complaintId(), asked.id(), places, now);
    }

    /** Whose it may be, for the arbiter to choose from; those who returned it too, for one of them may be wrong. */
    Assessment assessment(Handling state, Instant now) {
        return router.get().assessment(report(state), day(now));
    }

    Optional<String> placeOf(Report report) {
        return router.get().placeOf(report);
    }

    /** The decision, or what a ruling makes of it. */
    private List<Assign> standing(Handling state, RoutingDecision decision, Instant now) {
        Assign first = decision.places().getFirst();
        Assign ruled = state.quarrel().refusedBy().isEmpty() ? precedents.applied(first) : first;
        return ruled.equals(first)
                ? decision.places()
                : router.get().completed(report(state), ruled, day(now)).places();
    }

    /** The whole to the first, and a part to each of the others that has none yet: after a transfer, who watches is told once. */
    private static List<ComplaintEvent> placed(
            Handling state, ComplaintId id, UUID cause, List<Assign> places, Instant now) {
        Assign first = places.getFirst();
        ComplaintRouted routed = new ComplaintRouted(
                Stamp.of(id, cause, ComplaintRouted.class, now),
                first.institution().institution(),
                first.unit(),
                state.assignments() + 1,
                first.reason());
        List<Part> parts = places.stream()
                .filter(place -> !place.institution().equals(first.institution()))
                .collect(Collectors.toMap(Assign::institution, each -> each, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .map(place -> part(id, place))
                .filter(part -> !state.family().parts().contains(part.complaintId()))
                .toList();
        return parts.isEmpty()
                ? List.of(routed)
                : List.of(routed, new ComplaintSplit(Stamp.of(id, cause, ComplaintSplit.class, now), parts));
    }

    private static Part part(ComplaintId whole, Assign place) {
        List<String> facts = place.reason().facts();
        String about = Stream.of("topic=", "law=")
                .flatMap(name ->
                        facts.stream().filter(fact -> fact.startsWith(name)).map(fact -> fact.substring(name.length())))
                .collect(Collectors.joining("; "));
        return new Part(
                whole.part(place.institution().code()), place.institution().institution(), about);
    }

    private static ComplaintHeldForDesk held(ComplaintId id, UUID cause, Reason reason, Instant now) {
        return new ComplaintHeldForDesk(Stamp.of(id, cause, ComplaintHeldForDesk.class, now), reason);
    }

    private static Report report(Handling state) {
        return state.report().orElseThrow();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, NATIONAL);
    }
}
