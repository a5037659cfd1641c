package id.pintu.events;

import java.util.Optional;

/**
 * Contact of a reporter: the value of the compacted topic {@code reporters}, keyed by complaint id. Written by
 * intake-service and read by notification-service only; a tombstone erases it.
 *
 * @param email used before the phone when both are present
 */
public record ReporterContact(Optional<String> name, Optional<String> email, Optional<String> phone) {

    /** No name and no address: none was given, or it was erased. */
    public static final ReporterContact NONE =
            new ReporterContact(Optional.empty(), Optional.empty(), Optional.empty());

    /** The channel messages to this reporter are sent by. */
    public ContactChannel channel() {
        if (email.isPresent()) {
            return ContactChannel.EMAIL;
        }
        return phone.isPresent() ? ContactChannel.SMS : ContactChannel.NONE;
    }

    /** Without the values, so that a log line never contains personal data. */
    @Override
    public String toString() {
        return "ReporterContact[…]";
    }
}
