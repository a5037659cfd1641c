package id.pintu.support.audit.record;

import java.nio.charset.StandardCharsets;

/**
 * Record of the chain with its hash, as the topic has it.
 *
 * @param key the record's sequence number in decimal digits
 * @param content {@link AuditRecord} as JSON; the hash is of exactly these bytes
 * @param hash 64 hexadecimal digits
 */
public record SealedRecord(String key, byte[] content, String hash) {

    static SealedRecord of(AuditRecord unsealed, AuditHashes hashes) {
        byte[] content = unsealed.toJson();
        return new SealedRecord(String.valueOf(unsealed.sequence()), content, hashes.hash(content));
    }

    /** Size in bytes. */
    public int size() {
        return key.length() + content.length + hash.length();
    }

    /** The hash as bytes. */
    public byte[] hashBytes() {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
