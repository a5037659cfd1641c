package id.pintu.processing.topics;

/**
 * Record of a topic that a reader could not use, and therefore skipped.
 *
 * @param reason the field or the class of the failure; quotes nothing of the record
 */
public record UnreadableRecord(String topic, int partition, long offset, String reason) {}
