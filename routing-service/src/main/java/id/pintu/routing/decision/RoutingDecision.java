package id.pintu.routing.decision;

import id.pintu.events.RoutingReason;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;

/** Whose affair a report is. */
public sealed interface RoutingDecision {

    RoutingReason reason();

    /** Where it goes, the responsible one first; nowhere while the desk is responsible. */
    default List<Assign> assignments() {
        return switch (this) {
            case Assign assign -> List.of(assign);
            case AssignSeveral several -> several.parts();
            case Hold hold -> List.of();
        };
    }

    /**
     * One institution is responsible.
     *
     * @param unit the kind of unit the rule names (Dinas …)
     */
    record Assign(RegistryInstitution institution, Optional<String> unit, RoutingReason reason)
            implements RoutingDecision {}

    /**
     * By law it has parts for several institutions, each with its own.
     *
     * @param parts at least two, each for another institution
     */
    record AssignSeveral(List<Assign> parts, RoutingReason reason) implements RoutingDecision {
        public AssignSeveral {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("several are at least two");
            }
        }
    }

    /** Nothing is sure enough: the national desk is responsible. The reason's assessment has its candidates. */
    record Hold(RoutingReason reason) implements RoutingDecision {}
}
