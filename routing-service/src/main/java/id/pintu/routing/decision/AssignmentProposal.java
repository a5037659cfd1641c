package id.pintu.routing.decision;

import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.Optional;

/** An institution that a rule names, on its way to a decision. */
record AssignmentProposal(
        String rule, RegistryInstitution institution, Optional<String> unit, ReasonBuilder reasonBuilder) {

    AssignmentProposal fallBackTo(RegistryInstitution province) {
        return new AssignmentProposal(rule + "-province", province, Optional.empty(), reasonBuilder);
    }

    /** The law or the reporter says so: nothing was weighed. */
    Assign assign() {
        return assignWith(1);
    }

    Assign assignWith(double confidence) {
        return new Assign(institution, unit, reasonBuilder.assignedReason(rule, institution, confidence));
    }
}
