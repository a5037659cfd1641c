package id.pintu.house.keys;

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
public final class Secret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException when it is shorter than 32 characters
     */
    public Secret(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "pintu.secret (PINTU_SECRET) must be set, to at least 32 random characters");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA256 of the words: 32 bytes. Only the last word may contain a line feed. */
    public byte[] derive(String... words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first 20 bytes of it in hexadecimal: a key to be copied, not spoken. */
    public String deriveKey(String... words) {
        return HexFormat.of().formatHex(derive(words), 0, 20);
    }

    /** What the command line shows to be let in as the operator of this installation. */
    public String operatorToken() {
        return HexFormat.of().formatHex(derive("operator"));
    }

    /** Compares without telling by its duration how much was right. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
