package id.pintu.account.accounts;

import java.util.Locale;
import java.util.Optional;

/** Rules of passwords: length rather than kinds of characters (NIST SP 800-63B), and not what others know of the person. */
public final class PasswordRules {

    public static final int MIN_LENGTH = 12;

    /** Longer ones cost time to hash, and nobody types them. */
    public static final int MAX_LENGTH = 128;

    private static final int MIN_OTHER_CHARACTERS = 5;

    private PasswordRules() {}

    /**
     * Last part of the key of the message why a password is refused; empty when it is not.
     *
     * @param email of the person
     */
    public static Optional<String> refusal(String password, String email) {
        if (password.length() < MIN_LENGTH) {
            return Optional.of("short");
        }
        if (password.length() > MAX_LENGTH) {
            return Optional.of("long");
        }
        String local = email.substring(0, Math.max(0, email.indexOf('@'))).toLowerCase(Locale.ROOT);
        boolean known = !local.isEmpty() && password.toLowerCase(Locale.ROOT).contains(local);
        return known || password.chars().distinct().count() < MIN_OTHER_CHARACTERS
                ? Optional.of("known")
                : Optional.empty();
    }
}
