package id.pintu.processing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kind of failure for which a record went to the dead letters; the wire name is the constant in lower case. */
public enum DeadLetterKind {
    /** No service can read it. It is one dead letter, whichever services met it. */
    MALFORMED,
    /** The decider of the service failed on it; nothing of it was saved or emitted. */
    UNDECIDABLE,
    /** What the service would emit is larger than the broker takes; nothing of it was saved or emitted. */
    OVERSIZED,
    /** The complaint's snapshot can be read or saved no more; nothing of it was saved or emitted. */
    UNSAVED,
    /** It was saved and emitted, but a list or view beside the snapshot could not be updated. */
    UNLISTED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeadLetterKind> ofWireName(String wireName) {
        return Stream.of(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
