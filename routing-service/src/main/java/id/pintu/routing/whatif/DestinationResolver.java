package id.pintu.routing.whatif;

import id.pintu.events.SubmittedReport;

/** Where the rules send a report. */
@FunctionalInterface
public interface DestinationResolver {

    /** Stands for the national desk. */
    String DESK = "DESK";

    /** Code of the institution, several with plus signs between, or {@link #DESK}. */
    String destination(SubmittedReport report);
}
