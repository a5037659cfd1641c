package id.pintu.routing.decision;

import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.Optional;

/** Immutable proposal to assign a report to the institution that a rule names; not yet a decision. */
record AssignmentProposal(
        String rule, RegistryInstitution institution, Optional<String> unit, ReasonBuilder reasonBuilder) {

    AssignmentProposal fallBackTo(RegistryInstitution province) {
        return new AssignmentProposal(rule + "-province", province, Optional.empty(), reasonBuilder);
    }

    /** Decided by law or by the reporter, without a ranking. */
    Assign assign() {
        return assignWith(1);
    }

    Assign assignWith(double confidence) {
        return new Assign(institution, unit, reasonBuilder.assignedReason(rule, institution, confidence));
    }
}
