package id.pintu.support.audit.record;

import id.pintu.events.WireJsonMapper;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Record of the chain: one entry, or the root of a day.
 *
 * @param sequence 1 for the first record, then without gaps
 * @param day in Indonesia's western time zone, never before that of the record before
 * @param number of entries of this day so far, this one included
 * @param previous hash of the record before; zeros in the first
 * @param source offset of the last entry so far in {@code audit-entries}
 * @param entry the {@link AuditEntry}, as its service wrote it
 * @param root closes the day
 */
public record AuditRecord(
        long sequence,
        LocalDate day,
        long number,
        String previous,
        long source,
        Optional<JsonNode> entry,
        Optional<AuditRoot> root) {

    /** Hash before the first record. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    /**
     * Root of a day: its own hash covers all records before it, so whoever keeps that one keeps the proof of all of them.
     *
     * @param entries number of entries of the day
     * @param sequence of the day's last entry
     * @param hash of the day's last entry
     */
    public record AuditRoot(LocalDate day, long entries, long sequence, String hash) {}

    /** The record in the topic's JSON; empty when this is none. */
    public static Optional<AuditRecord> parse(byte[] json) {
        try {
            return Optional.ofNullable(WireJsonMapper.MAPPER.readValue(json, AuditRecord.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The entry; empty for a root, and for what a service wrote that cannot be read. */
    public Optional<AuditEntry> toEntry() {
        try {
            return entry.map(json -> WireJsonMapper.MAPPER.treeToValue(json, AuditEntry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    byte[] toJson() {
        return WireJsonMapper.MAPPER.writeValueAsBytes(this);
    }
}
