package id.pintu.events;

/**
 * An event of a type this build does not know: written by a newer one, and borne in silence.
 *
 * @param type its wire name
 * @param json the whole event as it was read
 */
public record UnrecognisedEvent(EventMetadata stamp, String type, String json) implements ComplaintEvent {}
