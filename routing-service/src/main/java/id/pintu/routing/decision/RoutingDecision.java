package id.pintu.routing.decision;

import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.registry.Registration;
import java.util.List;
import java.util.Optional;

/** Whose affair a report is. */
public sealed interface RoutingDecision {

    Reason reason();

    /** Where it goes, the responsible one first; nowhere while the desk is responsible. */
    default List<Assign> places() {
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
    record Assign(Registration institution, Optional<String> unit, Reason reason) implements RoutingDecision {}

    /**
     * By law it has parts for several institutions, each with its own.
     *
     * @param parts at least two, each for another institution
     */
    record AssignSeveral(List<Assign> parts, Reason reason) implements RoutingDecision {
        public AssignSeveral {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("several are at least two");
            }
        }
    }

    /** Nothing is sure enough: the national desk is responsible. The reason's assessment has its candidates. */
    record Hold(Reason reason) implements RoutingDecision {}
}
