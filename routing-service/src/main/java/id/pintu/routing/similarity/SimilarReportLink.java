package id.pintu.routing.similarity;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.DuplicateType;

/**
 * Link from a report to the first report of the same text or incident.
 *
 * @param firstId id of the first report
 */
public record SimilarReportLink(ComplaintId id, ComplaintId firstId, DuplicateType duplicateType) {}
