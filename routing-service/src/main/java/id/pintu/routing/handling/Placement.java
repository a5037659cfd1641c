package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.Report;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.Part;
import id.pintu.events.RoutingEvent.Reason;
import id.pintu.events.Stamp;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a complaint goes next. */
record Placement(Supplier<Router> router, Precedents precedents) {

    private static final ZoneId NATIONAL = ZoneId.of("Asia/Jakarta");

    /** Whatever the rules decide, with the precedents there are. */
    List<ComplaintEvent> byRules(Handling state, ComplaintId id, UUID cause, Instant now) {
        HashSet<String> refusedBy = new HashSet<>(state.quarrel().refusedBy());
        LocalDate day = LocalDate.ofInstant(now, NATIONAL);
        if (state.family().partOf().isPresent()) {
            // The rules speak of the whole, and would send the part where the whole is.
            return List.of(new ComplaintHeldForDesk(
                    Stamp.of(id, cause, ComplaintHeldForDesk.class, now), new Reason("part-returned", List.of())));
        }
        return switch (router.get().decide(state.report().orElseThrow(), refusedBy, day)) {
            case Assign assign -> List.of(routed(state, Stamp.of(id, cause, ComplaintRouted.class, now), assign));
            case AssignSeveral several -> split(state, id, cause, several, now);
            case Hold hold ->
                List.of(new ComplaintHeldForDesk(Stamp.of(id, cause, ComplaintHeldForDesk.class, now), hold.reason()));
        };
    }

    Optional<String> placeOf(Report report) {
        return router.get().placeOf(report);
    }

    /** To this institution, because somebody decided so. */
    static ComplaintRouted routed(
            Handling state, HandlingCommand asked, Registration institution, Reason reason, Instant now) {
        return new ComplaintRouted(
                asked.stamp(ComplaintRouted.class, now),
                institution.institution(),
                Optional.empty(),
                state.assignments() + 1,
                reason);
    }

    /** The parts of the others; each then has its own line. */
    static ComplaintSplit parts(ComplaintId id, UUID cause, List<Registration> others, String about, Instant now) {
        return new ComplaintSplit(
                Stamp.of(id, cause, ComplaintSplit.class, now),
                others.stream()
                        .map(other -> new Part(id.part(other.code()), other.institution(), about))
                        .toList());
    }

    private ComplaintRouted routed(Handling state, Stamp stamp, Assign assign) {
        Assign standing = state.quarrel().refusedBy().isEmpty() ? precedents.applied(assign) : assign;
        return new ComplaintRouted(
                stamp,
                standing.institution().institution(),
                standing.unit(),
                state.assignments() + 1,
                standing.reason());
    }

    /** The parts of those that have none yet: after a transfer, who watches is told once. */
    private List<ComplaintEvent> split(Handling state, ComplaintId id, UUID cause, AssignSeveral several, Instant now) {
        ComplaintRouted first = routed(
                state,
                Stamp.of(id, cause, ComplaintRouted.class, now),
                several.parts().getFirst());
        List<Part> parts = several.parts().stream()
                .skip(1)
                .map(other -> new Part(
                        id.part(other.institution().code()), other.institution().institution(), about(other)))
                .filter(part -> !state.family().parts().contains(part.complaintId()))
                .toList();
        return parts.isEmpty()
                ? List.of(first)
                : List.of(first, new ComplaintSplit(Stamp.of(id, cause, ComplaintSplit.class, now), parts));
    }

    private static String about(Assign part) {
        List<String> facts = part.reason().facts();
        return Stream.of("topic=", "law=")
                .flatMap(name ->
                        facts.stream().filter(fact -> fact.startsWith(name)).map(fact -> fact.substring(name.length())))
                .collect(Collectors.joining("; "));
    }
}
