package id.pintu.routing.whatif;

import id.pintu.events.Report;

/** Where the rules send a report. */
@FunctionalInterface
public interface Placing {

    /** Stands for the national desk. */
    String DESK = "DESK";

    /** Code of the institution, several with plus signs between, or {@link #DESK}. */
    String place(Report report);
}
