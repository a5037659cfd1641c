package id.pintu.account.tokens;

import id.pintu.events.Sha256Digest;
import id.pintu.support.keys.InstallationSecret;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Password encoder of client secrets. They are keys of 160 random bits, which no dictionary has, so their plain SHA-256 is
 * what the topic {@code keys} holds. While a secret is rotated a client has several hashes, any of which will do.
 */
final class KeyPasswordEncoder implements PasswordEncoder {

    /** Between the hashes of one client. */
    static final String SEPARATOR = " ";

    @Override
    public @Nullable String encode(@Nullable CharSequence key) {
        return key == null ? null : Sha256Digest.hexadecimal(key.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence key, @Nullable String hashes) {
        if (key == null || hashes == null) {
            return false;
        }
        String hash = Sha256Digest.hexadecimal(key.toString());
        return Arrays.stream(hashes.split(SEPARATOR))
                .anyMatch(each -> InstallationSecret.constantTimeEquals(each, hash));
    }
}
