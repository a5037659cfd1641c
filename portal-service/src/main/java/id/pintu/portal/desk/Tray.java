package id.pintu.portal.desk;

import java.util.Optional;

/** What routing-service answers when somebody looks into the desk's tray. */
public sealed interface Tray {

    /**
     * @param first whose turn it is; empty when nothing waits from there on
     * @param turn its place in the line, to begin behind it
     * @param waiting how many wait from there on, itself included, as far as they were counted
     * @param more whether there are more than were counted
     */
    record Open(Optional<Waiting> first, String turn, int waiting, boolean more) implements Tray {}

    /** The key is not the desk's, or not any more. */
    record Locked() implements Tray {}

    /** No answer, or none that can be read. */
    record Unreachable() implements Tray {}
}
