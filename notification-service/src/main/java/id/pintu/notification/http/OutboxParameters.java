package id.pintu.notification.http;

import id.pintu.events.ContactChannel;
import id.pintu.support.http.PageLimit;
import id.pintu.support.http.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Query parameters, pages and refusals that the lists of notices have in common. */
final class OutboxParameters {

    private static final int LARGEST_PAGE = 500;

    private static final Pattern SORT_KEY = Pattern.compile("|\\d{15}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private OutboxParameters() {}

    /**
     * @throws ProblemException 400, naming the field {@code channel}
     */
    static ContactChannel channel(String name) {
        ContactChannel channel = parse(ContactChannel.class, "channel", name, "is email or sms");
        if (channel == ContactChannel.NONE) {
            throw ProblemException.ofField("channel", "is email or sms");
        }
        return channel;
    }

    /**
     * @throws ProblemException 400, naming the field {@code after}
     */
    static String after(String sortKey) {
        if (!SORT_KEY.matcher(sortKey).matches()) {
            throw ProblemException.ofField("after", "is the value of next in the page before");
        }
        return sortKey;
    }

    /**
     * @throws ProblemException 400, naming the field {@code limit}
     */
    static int limit(int size) {
        return PageLimit.requireInRange(size, LARGEST_PAGE);
    }

    /**
     * Value of {@code after} for the next page; empty when this page is the last.
     *
     * @param size the limit the page was read with
     */
    static <T> Optional<String> next(List<T> page, int size, Function<T, String> sortKey) {
        return page.size() < size ? Optional.empty() : Optional.of(sortKey.apply(page.getLast()));
    }

    /** 404 for a notice that is not in the list, or not any more. */
    static ProblemException notWaiting() {
        return ProblemException.of(
                HttpStatus.NOT_FOUND, "not-waiting", "No such notice waits; perhaps it was delivered or given up.");
    }

    /**
     * @throws ProblemException 400, naming the field
     */
    static <E extends Enum<E>> E parse(Class<E> type, String field, String name, String message) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField(field, message);
        }
    }
}
