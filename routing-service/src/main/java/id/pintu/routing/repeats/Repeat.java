package id.pintu.routing.repeats;

import id.pintu.events.ComplaintId;
import id.pintu.events.RoutingEvent.Likeness;

/**
 * A report that tells of the same thing as an earlier one.
 *
 * @param of the first that told of it
 */
public record Repeat(ComplaintId id, ComplaintId of, Likeness likeness) {}
