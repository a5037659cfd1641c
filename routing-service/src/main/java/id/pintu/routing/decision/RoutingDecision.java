package id.pintu.routing.decision;

import id.pintu.events.RoutingReason;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;
import java.util.Optional;

/** Sealed result of the router: assign to one institution, to several, or hold for the national desk. */
public sealed interface RoutingDecision {

    RoutingReason reason();

    /** The assignments, that of the whole first; none when it is held for the desk. */
    default List<Assign> assignments() {
        return switch (this) {
            case Assign assign -> List.of(assign);
            case AssignToSeveral several -> several.parts();
            case Hold hold -> List.of();
        };
    }

    /**
     * Assigned to one institution.
     *
     * @param unit the unit within the institution (Dinas …)
     */
    record Assign(RegistryInstitution institution, Optional<String> unit, RoutingReason reason)
            implements RoutingDecision {}

    /**
     * Assigned to several institutions, with a part for each.
     *
     * @param parts at least two, each for another institution
     */
    record AssignToSeveral(List<Assign> parts, RoutingReason reason) implements RoutingDecision {
        public AssignToSeveral {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("at least two parts are required");
            }
        }
    }

    /** Held for the national desk, because no institution is certain enough. The reason's assessment has the candidates. */
    record Hold(RoutingReason reason) implements RoutingDecision {}
}
