package id.pintu.notification.notice;

import java.util.Optional;
import java.util.stream.Stream;

/** Namer of the cause of a failed delivery. */
public final class DeliveryFailureCause {

    /** The provider failed too often in a row, so that it is left alone for a moment. */
    public static final String CIRCUIT_OPEN = "circuit-open";

    /** The contact of the complaint was not consumed yet. */
    public static final String NO_CONTACT_YET = "no-contact-yet";

    private static final int MAX_LENGTH = 60;
    private static final int MAX_DEPTH = 20;

    private DeliveryFailureCause() {}

    /** Simple class name of the innermost cause, such as {@code ConnectException}; without its message. */
    public static String of(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, each -> each.map(Throwable::getCause))
                .limit(MAX_DEPTH)
                .flatMap(Optional::stream)
                .reduce((outer, inner) -> inner)
                .map(cause -> bounded(cause.getClass().getSimpleName()))
                .orElseThrow();
    }

    /** The text, cut at 60 characters. */
    public static String bounded(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
