package id.pintu.portal.desk;

import java.util.Optional;
import java.util.regex.Pattern;

/** Bearer key of the national desk, with which an officer signs in. Its {@code toString} does not reveal it. */
public record DeskAccessKey(String value) {

    /** Token syntax of RFC 6750. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,500}=*");

    /** Parses what an officer typed; empty for what cannot be a key. */
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
