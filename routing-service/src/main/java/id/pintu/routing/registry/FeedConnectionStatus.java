package id.pintu.routing.registry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Immutable status of an institution's connection: connected if it processes the reports of its feed, which requires a
 * team appointed by decree (SK Tim), accounts and trained people.
 *
 * @param decree that appoints the team, such as {@code SK Wali Kota 065/1234/2019}
 * @param since day of connection
 */
public record FeedConnectionStatus(boolean connected, Optional<String> decree, Optional<LocalDate> since) {

    /** Connected, by an unknown decree. */
    public static final FeedConnectionStatus UNDOCUMENTED =
            new FeedConnectionStatus(true, Optional.empty(), Optional.empty());

    /** Not connected. */
    public static final FeedConnectionStatus NONE = new FeedConnectionStatus(false, Optional.empty(), Optional.empty());
}
