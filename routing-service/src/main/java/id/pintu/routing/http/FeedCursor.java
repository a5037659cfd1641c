package id.pintu.routing.http;

import id.pintu.support.http.ProblemException;

/** Parser of cursors of feeds, as clients send them back: the position of the next record. */
final class FeedCursor {

    private FeedCursor() {}

    /**
     * @throws ProblemException 400, naming the field {@code after}, when it is none
     */
    static long position(String cursor) {
        try {
            long position = Long.parseLong(cursor);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw unknown();
    }

    static ProblemException unknown() {
        return ProblemException.ofField("after", "is no cursor of this feed");
    }
}
