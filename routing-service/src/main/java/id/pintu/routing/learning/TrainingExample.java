package id.pintu.routing.learning;

import id.pintu.events.SubmittedReport;

/**
 * Training example from a verified disposition: a report and the institution that accepted it.
 *
 * @param id unique; defines the order of examples
 * @param institution code of the institution
 */
public record TrainingExample(String id, SubmittedReport report, String institution) {}
