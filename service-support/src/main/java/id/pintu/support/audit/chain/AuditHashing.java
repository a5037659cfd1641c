package id.pintu.support.audit.chain;

import id.pintu.support.audit.record.AuditHashes;
import id.pintu.support.keys.InstallationSecret;
import id.pintu.support.keys.InstallationSecrets;
import id.pintu.support.keys.SecretPurpose;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Static factory of the hashes of an installation's audit log. */
public final class AuditHashing {

    private static final String KIND = "audit-record";

    private AuditHashing() {}

    /** Hashes by the secrets of {@link SecretPurpose#AUDIT}, which only the service that keeps the chain needs. */
    public static AuditHashes of(InstallationSecrets secrets) {
        return of(secrets.accepted(SecretPurpose.AUDIT));
    }

    private static AuditHashes of(List<InstallationSecret> secrets) {
        return new AuditHashes(
                secrets.stream().<UnaryOperator<byte[]>>map(AuditHashing::keyed).toList());
    }

    /** ISO 8859-1 makes each byte one character, so that no two contents have the same text. */
    private static UnaryOperator<byte[]> keyed(InstallationSecret secret) {
        return content -> secret.derive(KIND, new String(content, StandardCharsets.ISO_8859_1));
    }
}
