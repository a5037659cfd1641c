package id.pintu.routing.rules;

import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.registry.Registration;
import java.util.List;
import java.util.Optional;

/** What the rules say of a report. */
public sealed interface RoutingDecision {

    Reason reason();

    /**
     * One institution is responsible.
     *
     * @param unit the kind of unit the affairs table names
     */
    record Assign(Registration institution, Optional<String> unit, Reason reason) implements RoutingDecision {}

    /**
     * Several are, each for its part.
     *
     * @param first the one the complaint itself stays with
     * @param others never empty, never the first, each once
     */
    record AssignSeveral(Assign first, List<Assign> others) implements RoutingDecision {
        public AssignSeveral {
            others = List.copyOf(others);
        }

        @Override
        public Reason reason() {
            return first.reason();
        }
    }

    /** Nobody is sure enough: the national desk is responsible. */
    record Hold(Reason reason) implements RoutingDecision {}
}
