package id.pintu.processing;

/**
 * Document that belongs to a snapshot and is stored beside it, so that a list which grows with each event does not make the
 * snapshot grow.
 *
 * @param id derived from the complaint and the event's place in its history, so that storing it again changes nothing
 * @param content a record that Jackson writes and reads
 */
public record EventDocument(String id, Object content) {}
