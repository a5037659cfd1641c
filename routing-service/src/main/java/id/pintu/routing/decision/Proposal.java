package id.pintu.routing.decision;

import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.Registration;
import java.util.Optional;

/** An institution that a rule names, on its way to a decision. */
record Proposal(String rule, Registration institution, Optional<String> unit, Explanation why) {

    Proposal fallenBackTo(Registration province) {
        return new Proposal(rule + "-province", province, Optional.empty(), why);
    }

    /** The law or the reporter says so: nothing was weighed. */
    Assign certain() {
        return with(1);
    }

    Assign with(double confidence) {
        return new Assign(institution, unit, why.decided(rule, institution, confidence));
    }
}
