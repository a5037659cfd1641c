package id.pintu.routing.registry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether an institution takes reports from its feed: it has a team by decree (SK Tim), accounts, and trained people.
 *
 * @param decree the decree that says so, such as {@code SK Wali Kota 065/1234/2019}
 * @param since the day from which it holds
 */
public record FeedConnectionStatus(boolean connected, Optional<String> decree, Optional<LocalDate> since) {

    /** Connected, by a decree that is not known. */
    public static final FeedConnectionStatus UNDOCUMENTED =
            new FeedConnectionStatus(true, Optional.empty(), Optional.empty());

    public static final FeedConnectionStatus NONE = new FeedConnectionStatus(false, Optional.empty(), Optional.empty());
}
