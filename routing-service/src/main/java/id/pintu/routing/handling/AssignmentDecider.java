package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ComplaintId;
import id.pintu.events.EventMetadata;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintPart;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintSplit;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.decision.RoutingDecision;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.registry.RegistryInstitution;
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

/** Stateless decider of who is responsible for a complaint next, as the events that make it so. */
record AssignmentDecider(Supplier<ComplaintRouter> router, RulingPrecedentIndex precedents) {

    private static final ZoneId NATIONAL_TIME_ZONE = ZoneId.of("Asia/Jakarta");
    private static final RoutingReason NO_REASON = new RoutingReason("", List.of());

    /** Assigns it, or holds it for the desk, by the routing rules and the precedents. */
    List<ComplaintEvent> byRules(HandlingState state, ComplaintId id, UUID cause, Instant now) {
        if (state.family().partOf().isPresent()) {
            // The rules route the whole report, so they would send the part where the whole is.
            return List.of(heldEvent(id, cause, new RoutingReason(RoutingReason.PART_RETURNED, List.of()), now));
        }
        HashSet<String> refusedBy = new HashSet<>(state.quarrel().refusedBy());
        RoutingDecision decision = router.get().decide(report(state), refusedBy, day(now));
        return switch (decision) {
            case Assign _, AssignToSeveral _ ->
                routingEvents(state, id, cause, afterPrecedents(state, decision, now), now);
            case Hold hold -> List.of(heldEvent(id, cause, hold.reason(), now));
        };
    }

    /**
     * Assigns it to the institution that a command names, with a part for the institution that oversees the officers it is
     * about, and a part for each of the others.
     */
    List<ComplaintEvent> byCommand(
            HandlingState state,
            HandlingCommand command,
            RegistryInstitution institution,
            RoutingReason reason,
            List<RegistryInstitution> others,
            Instant now) {
        Assign chosen = new Assign(institution, Optional.empty(), reason);
        List<Assign> assignments = new ArrayList<>(
                state.family().partOf().isPresent()
                        ? List.of(chosen)
                        : router.get().complete(report(state), chosen, day(now)).assignments());
        others.forEach(other -> assignments.add(new Assign(other, Optional.empty(), NO_REASON)));
        return routingEvents(state, command.complaintId(), command.id(), assignments, now);
    }

    /** The likely institutions for the arbiter, including those that returned it: one of them may be wrong. */
    RoutingAssessment assessment(HandlingState state, Instant now) {
        return router.get().assessment(report(state), day(now));
    }

    /** The assignments of the decision, with the first replaced where a precedent applies. */
    private List<Assign> afterPrecedents(HandlingState state, RoutingDecision decision, Instant now) {
        Assign first = decision.assignments().getFirst();
        Assign ruled = state.quarrel().refusedBy().isEmpty() ? precedents.applyTo(first) : first;
        return ruled.equals(first)
                ? decision.assignments()
                : router.get().complete(report(state), ruled, day(now)).assignments();
    }

    /** Assigns the whole to the first, and a part to each of the others that has none yet from before a transfer. */
    private static List<ComplaintEvent> routingEvents(
            HandlingState state, ComplaintId id, UUID cause, List<Assign> assignments, Instant now) {
        Assign first = assignments.getFirst();
        ComplaintRouted routed = new ComplaintRouted(
                EventMetadata.of(id, cause, ComplaintRouted.class, now),
                first.institution().toInstitution(),
                first.unit(),
                state.assignments() + 1,
                first.reason());
        List<ComplaintPart> parts = assignments.stream()
                .filter(assignment -> !assignment.institution().equals(first.institution()))
                .collect(Collectors.toMap(Assign::institution, each -> each, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .map(assignment -> part(id, assignment))
                .filter(part -> !state.family().parts().contains(part.complaintId()))
                .toList();
        return parts.isEmpty()
                ? List.of(routed)
                : List.of(routed, new ComplaintSplit(EventMetadata.of(id, cause, ComplaintSplit.class, now), parts));
    }

    private static ComplaintPart part(ComplaintId whole, Assign assignment) {
        String about = Stream.of(ReasonFactName.TOPIC, ReasonFactName.LAW)
                .flatMap(name -> assignment.reason().values(name).stream())
                .collect(Collectors.joining("; "));
        return new ComplaintPart(
                whole.partFor(assignment.institution().code()),
                assignment.institution().toInstitution(),
                about);
    }

    private static ComplaintHeldForDesk heldEvent(ComplaintId id, UUID cause, RoutingReason reason, Instant now) {
        return new ComplaintHeldForDesk(EventMetadata.of(id, cause, ComplaintHeldForDesk.class, now), reason);
    }

    private static SubmittedReport report(HandlingState state) {
        return state.report().orElseThrow();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, NATIONAL_TIME_ZONE);
    }
}
