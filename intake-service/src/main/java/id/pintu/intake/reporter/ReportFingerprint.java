package id.pintu.intake.reporter;

import id.pintu.events.Sha256Digest;
import id.pintu.events.SubmittedReport;
import id.pintu.events.WireJsonMapper;
import java.util.HexFormat;

/** Hash that tells whether two submissions contain the same report: 16 bytes of SHA-256 over its JSON, in hexadecimal. */
public final class ReportFingerprint {

    private ReportFingerprint() {}

    public static String of(SubmittedReport report) {
        return HexFormat.of().formatHex(Sha256Digest.of(WireJsonMapper.MAPPER.writeValueAsBytes(report)), 0, 16);
    }
}
