package id.pintu.portal.desk;

import java.util.Set;

/** Result of an action of the desk. */
public sealed interface DeskActionResult {

    /**
     * The action is done, or queued and certain to be done.
     *
     * @param complaintCount the number of complaints it applied to; 0 when every complaint about an incident had already
     *     left the queue
     */
    record Accepted(int complaintCount) implements DeskActionResult {}

    /** The complaint has left the queue: another officer decided first. */
    record NoLongerWaiting() implements DeskActionResult {}

    /** These fields of the action are invalid. */
    record InvalidActionFields(Set<String> fields) implements DeskActionResult {
        public InvalidActionFields {
            fields = Set.copyOf(fields);
        }
    }

    /** The token is not accepted any more: the sign-in has ended. */
    record SignInEnded() implements DeskActionResult {}

    /** The officer has no role for this action. */
    record NotPermitted() implements DeskActionResult {}

    /** It is not known whether the action was taken. Submitting it again is safe. */
    record Unavailable() implements DeskActionResult {}
}
