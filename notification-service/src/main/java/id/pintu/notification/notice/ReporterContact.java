package id.pintu.notification.notice;

import java.util.Optional;

/**
 * How a reporter can be reached: the value of the compacted topic {@code reporters}, keyed by complaint id, as JSON
 * such as {@code {"name": "…", "email": "…"}} or {@code {"phone": "…"}}.
 *
 * @param email used before the phone when both are there
 */
public record ReporterContact(Optional<String> name, Optional<String> email, Optional<String> phone) {

    /** One whose contact was taken out again by a tombstone. */
    public static final ReporterContact ERASED =
            new ReporterContact(Optional.empty(), Optional.empty(), Optional.empty());

    /** Never in a log line. */
    @Override
    public String toString() {
        return "Reporter[…]";
    }
}
