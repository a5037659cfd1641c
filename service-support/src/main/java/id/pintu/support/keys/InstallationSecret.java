package id.pintu.support.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of an installation, property {@code pintu.secret}. What must be unguessable yet the same after every
 * crash (tracking numbers, reporters' keys, institutions' keys) is derived from it and stored nowhere.
 */
public final class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_LENGTH = 32;

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException when it is shorter than 32 characters
     */
    public InstallationSecret(String text) {
        if (text.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "pintu.secret (PINTU_SECRET) must be set, to at least 32 random characters");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA256 of the words: 32 bytes. Only the last word may contain a line feed. */
    public byte[] derive(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first 20 bytes of it in hexadecimal: a key to be copied, not spoken. */
    public String deriveKey(String... parts) {
        return HexFormat.of().formatHex(derive(parts), 0, 20);
    }

    /** What the command line shows to be let in as the operator of this installation. */
    public String operatorToken() {
        return HexFormat.of().formatHex(derive("operator"));
    }

    /** Compares without telling by its duration how much was right. */
    public static boolean constantTimeEquals(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
