package id.pintu.portal.desk;

import java.util.Optional;

/** Result of reading a queue of the desk. */
public sealed interface DeskQueueResult {

    /**
     * The first complaint from a position on.
     *
     * @param first empty when none waits from there on
     * @param cursor the position of {@code first}, to continue behind it
     * @param waitingCount the number of complaints from there on, {@code first} included, up to the limit of counting
     * @param hasMore whether there are more than were counted
     */
    record QueueHead(Optional<DeskQueueEntry> first, String cursor, int waitingCount, boolean hasMore)
            implements DeskQueueResult {}

    /** The token is not accepted any more: the sign-in has ended. */
    record SignInEnded() implements DeskQueueResult {}

    /** The officer has no role for this queue. */
    record NotPermitted() implements DeskQueueResult {}

    /** There was no response, or none that can be read. */
    record Unreachable() implements DeskQueueResult {}
}
