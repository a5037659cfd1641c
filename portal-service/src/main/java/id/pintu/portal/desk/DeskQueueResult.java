package id.pintu.portal.desk;

import java.util.Optional;

/** What routing-service answers when somebody looks into the desk's tray. */
public sealed interface DeskQueueResult {

    /**
     * @param first whose turn it is; empty when nothing waits from there on
     * @param cursor its place in the line, to begin behind it
     * @param waitingCount how many wait from there on, itself included, as far as they were counted
     * @param hasMore whether there are more than were counted
     */
    record QueueHead(Optional<DeskQueueEntry> first, String cursor, int waitingCount, boolean hasMore)
            implements DeskQueueResult {}

    /** The key is not the desk's, or not any more. */
    record KeyRejected() implements DeskQueueResult {}

    /** No answer, or none that can be read. */
    record Unreachable() implements DeskQueueResult {}
}
