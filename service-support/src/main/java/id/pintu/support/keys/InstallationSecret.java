package id.pintu.support.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret of an installation, from which keys are derived: they are unguessable, the same after every crash, and stored
 * nowhere. {@link InstallationSecrets} has the one of each purpose.
 */
public final class InstallationSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_LENGTH = 32;

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException when the text is shorter than 32 characters
     */
    public InstallationSecret(String text) {
        this("pintu.secret (PINTU_SECRET)", text);
    }

    InstallationSecret(String property, String text) {
        if (text.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(property + " must be set, to at least 32 random characters");
        }
        this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * HMAC-SHA256 of the parts, 32 bytes. The first part names the kind of value, so that no value of one kind is one of
     * another. Only the last part may contain a line feed, which separates them.
     */
    public byte[] derive(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first 20 bytes of {@link #derive} in hexadecimal: a key to be copied, not spoken. */
    public String deriveKey(String... parts) {
        return HexFormat.of().formatHex(derive(parts), 0, 20);
    }

    /** Bearer token of the operator of this installation, which the command line derives in the same way. */
    public String operatorToken() {
        return HexFormat.of().formatHex(derive("operator"));
    }

    /** Compares in a time that does not depend on the number of equal characters. */
    public static boolean constantTimeEquals(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
