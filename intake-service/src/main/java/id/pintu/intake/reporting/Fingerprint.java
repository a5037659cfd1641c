package id.pintu.intake.reporting;

import id.pintu.events.Report;
import id.pintu.events.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two submissions say the same: 16 bytes of SHA-256 over the report's JSON, hexadecimal. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(Report report) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(WireJson.MAPPER.writeValueAsBytes(report));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
