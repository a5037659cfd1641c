package id.pintu.routing.handling;

import id.pintu.events.ComplaintEvent;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.ComplaintArchived;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.processing.CommandDecider.CommandDecision;
import id.pintu.routing.handling.HandlingCommand.Archive;
import id.pintu.routing.handling.HandlingCommand.DeskCommand;
import id.pintu.routing.handling.HandlingCommand.Dispose;
import id.pintu.routing.handling.HandlingCommand.Rule;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Command rules of the national desk and its arbiter, for a complaint that waits for them. */
record DeskCommandRules(AssignmentDecider assignmentDecider, Supplier<InstitutionRegistry> registry) {

    CommandDecision decide(HandlingState state, DeskCommand command, Instant now) {
        if (state.phase() != HandlingPhase.AT_DESK) {
            return new CommandDecision.Refused("not-at-desk", "This complaint is with an institution.");
        }
        return switch (command) {
            case Dispose dispose -> dispose(state, dispose, now);
            case Rule rule -> rule(state, rule, now);
            case Archive archive ->
                new CommandDecision.Accepted(List.of(new ComplaintArchived(
                        archive.stamp(ComplaintArchived.class, now), archive.reason(), archive.ground())));
        };
    }

    private CommandDecision dispose(HandlingState state, Dispose command, Instant now) {
        if (state.quarrel().dispute().isPresent()) {
            return new CommandDecision.Refused(
                    "needs-a-ruling", "Institutions do not agree about this complaint: rule on it.");
        }
        List<RegistryInstitution> others = command.also().stream()
                .flatMap(code -> registry.get().institution(code).stream())
                .toList();
        RoutingReason reason = new RoutingReason(RoutingReason.DESK_DECISION, List.of());
        return assignTo(
                command.institution(),
                institution -> assignmentDecider.byCommand(state, command, institution, reason, others, now));
    }

    private CommandDecision rule(HandlingState state, Rule command, Instant now) {
        if (state.quarrel().dispute().isEmpty()) {
            return new CommandDecision.Refused("no-dispute", "Institutions do not dispute this complaint: assign it.");
        }
        return assignTo(command.institution(), institution -> {
            RulingGiven ruling = new RulingGiven(
                    command.stamp(RulingGiven.class, now),
                    institution.code(),
                    command.grounds(),
                    state.quarrel().refusedBy(),
                    state.quarrel().matter());
            RoutingReason reason = new RoutingReason(
                    RoutingReason.RULING,
                    List.of(
                            ReasonFact.of(ReasonFactName.RULING, ruling.id()),
                            ReasonFact.of(ReasonFactName.GROUNDS, command.grounds())));
            List<ComplaintEvent> events = new ArrayList<>();
            events.add(ruling);
            events.addAll(assignmentDecider.byCommand(state, command, institution, reason, List.of(), now));
            return events;
        });
    }

    private CommandDecision assignTo(String code, Function<RegistryInstitution, List<ComplaintEvent>> events) {
        return registry.get()
                .institution(code)
                .<CommandDecision>map(institution -> new CommandDecision.Accepted(events.apply(institution)))
                .orElseGet(() ->
                        new CommandDecision.Refused("no-such-institution", "There is no institution " + code + "."));
    }
}
