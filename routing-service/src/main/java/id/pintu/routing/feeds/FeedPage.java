package id.pintu.routing.feeds;

import java.util.List;

/**
 * Part of an institution's feed, in order.
 *
 * @param records oldest first; may be empty
 * @param next cursor to ask for what comes after; valid for ever
 * @param more whether more is there already
 */
public record FeedPage(List<FeedRecord> records, String next, boolean more) {

    public FeedPage {
        records = List.copyOf(records);
    }
}
