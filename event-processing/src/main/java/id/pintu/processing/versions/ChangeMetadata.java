package id.pintu.processing.versions;

import java.time.Instant;

/**
 * Author, reason and time of a change.
 *
 * @param by owner of the key that was used; keys name institutions, not persons
 */
public record ChangeMetadata(String by, String why, Instant at) {}
