package id.pintu.portal.desk;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an officer of the desk signs in with. It never writes itself into a log line or an exception. */
public record DeskAccessKey(String value) {

    /** What may stand behind {@code Bearer} (RFC 6750); it can be a cookie's value as it is. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,500}=*");

    /** Empty for what can be nobody's key. */
    public static Optional<DeskAccessKey> of(String typed) {
        return Optional.of(typed.strip())
                .filter(stripped -> TOKEN.matcher(stripped).matches())
                .map(DeskAccessKey::new);
    }

    @Override
    public String toString() {
        return "a key";
    }
}
