package id.pintu.events;

import java.util.Optional;

/**
 * Contact of a reporter: the value of the compacted topic {@code reporters}, keyed by complaint id. Written by
 * intake-service and read by notification-service only; a tombstone erases it.
 *
 * @param email used before the phone when both are present
 * @param phone in E.164; from an SMS also as the gateway wrote it, when it is no number that can be called
 * @param emailConfirmed false until the reporter confirms the address, and until then only the receipt goes to it; empty in
 *     a contact from before addresses were confirmed
 */
public record ReporterContact(
        Optional<String> name, Optional<String> email, Optional<String> phone, Optional<Boolean> emailConfirmed) {

    /** No name and no address: none was given, or it was erased. */
    public static final ReporterContact NONE =
            new ReporterContact(Optional.empty(), Optional.empty(), Optional.empty());

    public ReporterContact(Optional<String> name, Optional<String> email, Optional<String> phone) {
        this(name, email, phone, Optional.empty());
    }

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
