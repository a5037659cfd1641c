package id.pintu.support.audit.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Entry of the audit log: who did, tried or looked at what. Never contains a name, a contact, a key, the body of a request or
 * a value of its query.
 *
 * @param id of this entry
 * @param at when it was done
 * @param service short name of the service that saw it, such as {@code routing}
 * @param what {@code act}, {@code refusal}, {@code look} or {@code refusals-left-out}; for what is no HTTP request its name, such
 *     as {@code sign-in}
 * @param actor who; absent for an attempt without a valid key or session
 * @param request the HTTP request, if it was one
 * @param about what it was done to: variables of the path by name, {@code complaint} for a tracking number
 * @param institutions registry codes of those that may see the entry: whose path it was, and whose officer or program did it
 * @param leftOut number of refused attempts that have no entry of their own, because there were too many
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String service,
        String what,
        Optional<AuditActor> actor,
        Optional<AuditRequest> request,
        SortedMap<String, String> about,
        List<String> institutions,
        Optional<Long> leftOut) {

    /** A request that may have changed something; its status tells whether it did. */
    public static final String ACT = "act";

    /** A request that was refused for want of a valid key, a right, or a rule that allows the address to anybody. */
    public static final String REFUSAL = "refusal";

    /** A request for personal data. The entry is written before the answer, so it has no status. */
    public static final String LOOK = "look";

    /** Number of refusals without an entry of their own. */
    public static final String REFUSALS_LEFT_OUT = "refusals-left-out";

    /** Name in {@link #about} of a complaint's tracking number. */
    public static final String COMPLAINT = "complaint";

    /** Name in {@link #about} of an institution's code, as in the paths. */
    public static final String INSTITUTION = "code";

    public AuditEntry {
        about = new TreeMap<>(about);
        institutions = List.copyOf(institutions);
    }

    public Optional<String> complaint() {
        return Optional.ofNullable(about.get(COMPLAINT));
    }

    /**
     * Who acts.
     *
     * @param account opaque id of the account, or name of the program's key
     * @param roles roles or authorities, as the access rules know them
     */
    public record AuditActor(String account, List<String> roles) {

        public AuditActor {
            roles = List.copyOf(roles);
        }
    }

    /**
     * HTTP request.
     *
     * @param path pattern of the path, such as {@code /v1/desk/complaints/{id}/assign}; absent when no handler has the address
     * @param status of the response; absent where the entry is written before it
     * @param traceId 32 hexadecimal digits, if it was traced
     */
    public record AuditRequest(
            String method, Optional<String> path, Optional<Integer> status, Optional<String> traceId) {}
}
