package id.pintu.support.audit.record;

import java.util.Optional;

/**
 * Fault of the chain.
 *
 * @param first sequence number of the record that is edited, missing or in the wrong place; for an inserted one that of the
 *     record after which it stands, 0 before the first
 * @param last the same, or the end of a range of missing records
 * @param position offset in the topic where it was noticed
 * @param time the last time known before it, as an entry has it
 * @param detail in words
 */
public record AuditFault(
        AuditFaultKind kind, long first, long last, long position, Optional<String> time, String detail) {

    /** What is wrong. */
    public enum AuditFaultKind {
        /** Content, hash or key differ from what was written. */
        EDITED,
        /** Written, and no longer there. */
        MISSING,
        /** Not written by the chain, or a copy of another record. */
        INSERTED,
        /** In another place than it was written. */
        OUT_OF_ORDER,
        /** Written with the secret, but not after the record before it: the chain was continued twice. */
        FORKED,
        /** The root of a day does not fit its records, or the one that was kept elsewhere. */
        ROOT_WRONG
    }

    /** For people, without the content of any record. */
    @Override
    public String toString() {
        String which = first == last ? "record " + first : "records " + first + " to " + last;
        return "%-12s %s (%s%s, offset %d)"
                .formatted(
                        kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        kind == AuditFaultKind.INSERTED ? "after record " + first : which,
                        detail,
                        time.map(at -> ", after " + at).orElse(""),
                        position);
    }
}
