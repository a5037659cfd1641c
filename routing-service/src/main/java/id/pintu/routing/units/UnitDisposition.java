package id.pintu.routing.units;

import id.pintu.events.SubmittedReport;

/**
 * Disposition of a report to a unit by its institution, to learn from.
 *
 * @param id unique; defines the order of examples
 * @param unit name as the institution gave it
 */
public record UnitDisposition(String id, SubmittedReport report, String unit) {}
