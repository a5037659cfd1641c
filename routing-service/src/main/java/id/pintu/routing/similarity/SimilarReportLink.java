package id.pintu.routing.similarity;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.DuplicateType;

/**
 * A report that tells of the same thing as an earlier one.
 *
 * @param firstId the first that told of it
 */
public record SimilarReportLink(ComplaintId id, ComplaintId firstId, DuplicateType likeness) {}
