package id.pintu.portal.desk;

import java.util.Set;

/** What became of something the desk did. */
public sealed interface DeskActionResult {

    /**
     * It is done, or in line and as good as done.
     *
     * @param complaintCount with how many; none when all that told of an incident had gone
     */
    record Accepted(int complaintCount) implements DeskActionResult {}

    /** The complaint does not wait here any more: another officer was quicker. */
    record NoLongerWaiting() implements DeskActionResult {}

    /** These fields of the act have to be changed first. */
    record InvalidActionFields(Set<String> fields) implements DeskActionResult {
        public InvalidActionFields {
            fields = Set.copyOf(fields);
        }
    }

    /** The key is not the desk's, or not any more. */
    record Unauthorized() implements DeskActionResult {}

    /** Nobody took it. Doing it again is safe, whatever happened. */
    record Unavailable() implements DeskActionResult {}
}
