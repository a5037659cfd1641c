package id.pintu.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Static functions for SHA-256 digests. */
public final class Sha256Digest {

    private Sha256Digest() {}

    /** In hexadecimal, of a text in UTF-8. */
    public static String hexadecimal(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** 32 bytes. */
    public static byte[] of(byte[] content) {
        return digest().digest(content);
    }

    /** Digest of content that is given bit by bit. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
