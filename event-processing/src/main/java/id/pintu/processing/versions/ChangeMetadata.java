package id.pintu.processing.versions;

import java.time.Instant;

/**
 * Who changes something, why, and when.
 *
 * @param by whose key it was; keys name institutions, not persons
 */
public record ChangeMetadata(String by, String why, Instant at) {}
