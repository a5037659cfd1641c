package id.pintu.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Fact of a {@link RoutingReason}: a {@code name=value} text, split at the first {@code =}.
 *
 * <p>It keeps the text of the wire, so that a fact with a name of a newer build, or a text without {@code =}, is written
 * back unchanged.
 *
 * @param text such as {@code place=33.74}
 */
public record ReasonFact(@JsonValue String text) {

    /** Value of a fact that was looked for and not found. */
    public static final String UNKNOWN = "unknown";

    /** Value of {@link ReasonFactName#POINT} when the GPS point was not used. */
    public static final String IGNORED = "ignored";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReasonFact {}

    public static ReasonFact of(ReasonFactName name, Object value) {
        return new ReasonFact(name.wireName() + "=" + value);
    }

    public boolean hasName(ReasonFactName name) {
        String wireName = name.wireName();
        return text.length() > wireName.length() && text.charAt(wireName.length()) == '=' && text.startsWith(wireName);
    }

    /** Everything after the first {@code =}; empty when there is none. */
    public String value() {
        int equals = text.indexOf('=');
        return equals < 0 ? "" : text.substring(equals + 1);
    }
}
