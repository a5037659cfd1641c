package id.pintu.support.audit;

/** Names of the topics of the audit log. */
public final class AuditTopics {

    /** Entries as the services write them, in one partition; read by the service that keeps the chain. */
    public static final String ENTRIES = "audit-entries";

    /** The chain: entries and roots with their hashes, in one partition, kept for ever. */
    public static final String CHAIN = "audit";

    /** Header of a record of the chain: the hash of its value, 64 hexadecimal digits. */
    public static final String HASH_HEADER = "audit-hash";

    private AuditTopics() {}
}
