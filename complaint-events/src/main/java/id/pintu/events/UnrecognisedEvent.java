package id.pintu.events;

/**
 * Event of a type that this build does not know, written by a newer one. Services ignore it.
 *
 * @param type its wire name
 * @param json the whole event as read
 */
public record UnrecognisedEvent(EventMetadata stamp, String type, String json) implements ComplaintEvent {}
