package id.pintu.routing.rules;

import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.registry.Registration;
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

    /** Nobody is sure enough: the national desk is responsible. */
    record Hold(Reason reason) implements RoutingDecision {}
}
