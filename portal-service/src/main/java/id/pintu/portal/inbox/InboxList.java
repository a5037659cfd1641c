package id.pintu.portal.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** List of an institution's inbox. All but the last are in the order of what is due next. */
public enum InboxList {
    /** Everything the institution still has to work on, or waits for. */
    OPEN,
    /** Open, with a deadline that has passed. */
    OVERDUE,
    /** Open, and due before the end of this day in the institution's zone. */
    TODAY,
    /** Assigned, and nothing was done yet. */
    NEW,
    /** Waiting for the reporter's reply to a question. */
    WAITING,
    /** Answered; the reporter may still contest. */
    ANSWERED,
    /** Open, and assigned to the officer who asks. */
    MINE,
    /** Closed, withdrawn or archived; the latest first. */
    ENDED;

    /** Name in addresses, such as {@code overdue}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InboxList> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
    }

    /** Whether the latest is first. */
    public boolean isLatestFirst() {
        return this == ENDED;
    }
}
