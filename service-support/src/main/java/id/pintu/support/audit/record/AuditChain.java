package id.pintu.support.audit.record;

import id.pintu.support.audit.record.AuditRecord.AuditRoot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * End of the chain, to which records are appended. A day is closed by its root as soon as an entry of a later day comes, or
 * some minutes after midnight; what comes later still counts to the next day.
 */
public final class AuditChain {

    /** Time zone of the days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** How long after midnight entries of the day before are waited for. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final AuditHashes hashes;
    private long sequence;
    private String hash;
    private LocalDate day;
    private long number;
    private long source = -1;
    private boolean closed;

    private AuditChain(AuditHashes hashes, long sequence, String hash, LocalDate day, long number) {
        this.hashes = hashes;
        this.sequence = sequence;
        this.hash = hash;
        this.day = day;
        this.number = number;
    }

    /** A chain without records. */
    public static AuditChain empty(AuditHashes hashes) {
        return new AuditChain(hashes, 0, AuditRecord.NOTHING_BEFORE, LocalDate.EPOCH, 0);
    }

    /**
     * The chain after its last record.
     *
     * @param hash of that record
     */
    public static AuditChain after(AuditRecord last, String hash, AuditHashes hashes) {
        AuditChain chain = new AuditChain(hashes, last.sequence(), hash, last.day(), last.number());
        chain.source = last.source();
        chain.closed = last.root().isPresent();
        return chain;
    }

    /** Offset of the last entry in {@code audit-entries}, -1 without any. */
    public long source() {
        return source;
    }

    /**
     * Appends an entry, after the root of the day before where it is the first of its day.
     *
     * @param offset of the entry in {@code audit-entries}
     * @param at time of the entry; of its day, unless that is closed or has not begun
     * @param now current time
     */
    public List<SealedRecord> append(JsonNode entry, long offset, Instant at, Instant now) {
        List<SealedRecord> appended = new ArrayList<>();
        LocalDate date = dayOf(at.isAfter(now) ? now : at);
        LocalDate earliest = closed ? day.plusDays(1) : day;
        if (date.isAfter(day)) {
            closeInto(appended);
        }
        LocalDate next = date.isBefore(earliest) ? earliest : date;
        number = next.equals(day) ? number + 1 : 1;
        day = next;
        closed = false;
        source = offset;
        appended.add(seal(Optional.of(entry), Optional.empty()));
        return appended;
    }

    /** Appends the root of a day that has ended, if it has none yet. */
    public List<SealedRecord> closeEndedDay(Instant now) {
        List<SealedRecord> appended = new ArrayList<>();
        if (dayOf(now.minus(GRACE)).isAfter(day)) {
            closeInto(appended);
        }
        return appended;
    }

    private void closeInto(List<SealedRecord> appended) {
        if (number > 0 && !closed) {
            AuditRoot root = new AuditRoot(day, number, sequence, hash);
            closed = true;
            appended.add(seal(Optional.empty(), Optional.of(root)));
        }
    }

    private SealedRecord seal(Optional<JsonNode> entry, Optional<AuditRoot> root) {
        sequence++;
        SealedRecord sealed =
                SealedRecord.of(new AuditRecord(sequence, day, number, hash, source, entry, root), hashes);
        hash = sealed.hash();
        return sealed;
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
