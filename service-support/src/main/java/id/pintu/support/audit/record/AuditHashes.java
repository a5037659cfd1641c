package id.pintu.support.audit.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Keyed hashes of records. Who can write to the topic but has no secret cannot make one; who has the secret cannot make other
 * records with the hash of a root that somebody else keeps.
 */
public final class AuditHashes {

    private final List<UnaryOperator<byte[]>> keyed;

    /**
     * @param keyed message authentication code (32 bytes) with the current secret, then with each of its predecessors, the
     *     newest first
     */
    public AuditHashes(List<UnaryOperator<byte[]>> keyed) {
        this.keyed = List.copyOf(keyed);
    }

    /** Hash by the current secret, 64 hexadecimal digits. */
    String hash(byte[] content) {
        return HexFormat.of().formatHex(keyed.getFirst().apply(content));
    }

    /** Which secret gives this hash, 0 for the current one; empty when none does. */
    public OptionalInt secretOf(byte[] content, String hash) {
        byte[] given = hash.getBytes(StandardCharsets.UTF_8);
        for (int secret = 0; secret < keyed.size(); secret++) {
            byte[] expected =
                    HexFormat.of().formatHex(keyed.get(secret).apply(content)).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, given)) {
                return OptionalInt.of(secret);
            }
        }
        return OptionalInt.empty();
    }
}
