package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintHeldForDesk;
import id.pintu.events.RoutingEvent.ComplaintReturned;
import id.pintu.events.RoutingEvent.ComplaintRouted;
import id.pintu.events.RoutingEvent.ComplaintTransferred;
import id.pintu.events.RoutingEvent.DisputeCause;
import id.pintu.events.RoutingReason;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.handling.HandlingCommand.Return;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Command rules of a returned complaint ("bukan wewenang"): it goes to another institution or the desk, never back to the
 * citizen. After three transfers, or as soon as institutions suggest each other, the arbiter rules. (India's CPGRAMS has the
 * same limit of three.)
 */
record TransferRules(AssignmentDecider assignmentDecider, Supplier<InstitutionRegistry> registry) {

    static final int MAX_TRANSFERS = 3;

    CommandDecision decide(HandlingState state, Return command, Instant now) {
        if (state.quarrel().ruled()) {
            return new CommandDecision.Refused(
                    "bound-by-ruling", "The arbiter ruled that this complaint is with " + command.institution() + ".");
        }
        List<ComplaintEvent> events = new ArrayList<>();
        ComplaintReturned returned = new ComplaintReturned(
                command.stamp(ComplaintReturned.class, now),
                command.institution(),
                command.reason(),
                command.suggested());
        events.add(returned);
        HandlingState after = state.with(state.quarrel().withRefusal(returned));
        List<ComplaintEvent> next = nextEvents(after, command, now);
        next.stream()
                .filter(ComplaintRouted.class::isInstance)
                .map(ComplaintRouted.class::cast)
                .findFirst()
                .map(routed -> new ComplaintTransferred(
                        command.stamp(ComplaintTransferred.class, now),
                        command.institution(),
                        routed.institution().code()))
                .ifPresent(events::add);
        events.addAll(next);
        return new CommandDecision.Accepted(events);
    }

    private List<ComplaintEvent> nextEvents(HandlingState after, Return command, Instant now) {
        Optional<DisputeCause> dispute = dispute(after, command);
        if (dispute.isPresent()) {
            return List.of(heldForArbiter(after, command, dispute.get(), now));
        }
        return suggested(after, command, now)
                .orElseGet(() -> assignmentDecider.byRules(after, command.complaintId(), command.id(), now));
    }

    private static Optional<DisputeCause> dispute(HandlingState after, Return command) {
        if (command.suggested().filter(after.quarrel().refusedBy()::contains).isPresent()) {
            return Optional.of(DisputeCause.CYCLE);
        }
        return after.assignments() > MAX_TRANSFERS ? Optional.of(DisputeCause.TRANSFERS_USED_UP) : Optional.empty();
    }

    private ComplaintEvent heldForArbiter(HandlingState after, Return command, DisputeCause dispute, Instant now) {
        List<ReasonFact> facts = after.quarrel().refusedBy().stream()
                .map(code -> ReasonFact.of(ReasonFactName.REFUSED_BY, code))
                .toList();
        return new ComplaintHeldForDesk(
                command.stamp(ComplaintHeldForDesk.class, now),
                new RoutingReason(RoutingReason.ARBITER, facts, Optional.of(assignmentDecider.assessment(after, now))),
                Optional.of(dispute));
    }

    private Optional<List<ComplaintEvent>> suggested(HandlingState after, Return command, Instant now) {
        return command.suggested()
                .flatMap(registry.get()::institution)
                .filter(RegistryInstitution::takesReports)
                .map(institution -> assignmentDecider.byCommand(
                        after,
                        command,
                        institution,
                        new RoutingReason(
                                RoutingReason.SUGGESTED,
                                List.of(ReasonFact.of(ReasonFactName.SUGGESTED_BY, command.institution()))),
                        List.of(),
                        now));
    }
}
