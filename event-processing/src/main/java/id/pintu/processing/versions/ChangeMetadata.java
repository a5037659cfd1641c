package id.pintu.processing.versions;

import java.time.Instant;

/**
 * Author, reason and time of a change.
 *
 * @param by who made it: the id of an account, a space and the role it acted by, such as {@code program/DESK national-desk};
 *     never a name. Older records have the code of the institution whose key was used
 */
public record ChangeMetadata(String by, String why, Instant at) {}
