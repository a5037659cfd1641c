package id.pintu.routing.learning;

import id.pintu.events.SubmittedReport;

/**
 * A verified disposition: a report, and the institution that took it as its own.
 *
 * @param id tells examples apart, and gives them their order
 * @param institution code of the institution
 */
public record TrainingExample(String id, SubmittedReport report, String institution) {}
