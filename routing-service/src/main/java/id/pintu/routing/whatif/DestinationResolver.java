package id.pintu.routing.whatif;

import id.pintu.events.SubmittedReport;

/** Function from a report to the destination that one rule book gives it. */
@FunctionalInterface
public interface DestinationResolver {

    RoutingDestination destination(SubmittedReport report);
}
