package id.pintu.intake.reporter;

import id.pintu.events.SubmittedReport;
import id.pintu.events.WireJsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash that tells whether two submissions contain the same report: 16 bytes of SHA-256 over its JSON, in hexadecimal. */
public final class ReportFingerprint {

    private ReportFingerprint() {}

    public static String of(SubmittedReport report) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(WireJsonMapper.MAPPER.writeValueAsBytes(report));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
