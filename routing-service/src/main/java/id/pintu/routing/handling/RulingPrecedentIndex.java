package id.pintu.routing.handling;

import id.pintu.events.ComplaintId;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.RulingGiven;
import id.pintu.events.RoutingReason;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * In-memory index of the arbiter's rulings, by matter and by the institution each took a complaint from. When the same rule
 * and topic lead to that institution again, the decision goes to the institution of the ruling instead, and cites it.
 * Thread-safe.
 */
public final class RulingPrecedentIndex {

    /** Compacted topic of the precedents, by {@link RulingPrecedent#key} and {@link PrecedentWithdrawal#key}. */
    public static final String TOPIC = "precedents";

    private final Map<String, RulingPrecedent> byKey = new ConcurrentSkipListMap<>();
    private final Map<ComplaintId, PrecedentWithdrawal> withdrawals = new ConcurrentHashMap<>();
    private final Supplier<InstitutionRegistry> registry;

    public RulingPrecedentIndex(Supplier<InstitutionRegistry> registry) {
        this.registry = registry;
    }

    /**
     * Precedent: a ruling that binds later decisions against one institution.
     *
     * @param complaintId the complaint the ruling was given in
     * @param matter rule and topic
     * @param against code of the institution that is not responsible
     * @param institution code of the responsible institution
     * @param grounds why, in the arbiter's words
     * @param at when it was given
     */
    public record RulingPrecedent(
            ComplaintId complaintId, String matter, String against, String institution, String grounds, Instant at) {

        /** Key of the record; a later ruling in the same matter replaces it. */
        public String key() {
            return key(matter, against);
        }

        static String key(String matter, String institution) {
            return matter + " / " + institution;
        }
    }

    /**
     * Withdrawal of a precedent by the desk: the ruling binds no later decision any more. In the complaint itself it stays in
     * force.
     *
     * @param why the reason, without names of persons
     * @param by who withdrew it: the id of an account, a space and the role it acted by; absent in older records
     */
    public record PrecedentWithdrawal(ComplaintId complaintId, Instant at, String why, Optional<String> by) {

        private static final String KEY_PREFIX = "withdrawn/";

        public String key() {
            return KEY_PREFIX + complaintId;
        }

        /** Whether the record with this key is a withdrawal, not a precedent. */
        public static boolean isKey(String key) {
            return key.startsWith(KEY_PREFIX);
        }
    }

    /** One precedent against each institution that returned the complaint; none without a matter. */
    public static List<RulingPrecedent> fromRuling(RulingGiven ruling) {
        return ruling.against().stream()
                .filter(against -> !ruling.matter().isEmpty())
                .filter(against -> !against.equals(ruling.institution()))
                .map(against -> new RulingPrecedent(
                        ruling.complaintId(),
                        ruling.matter(),
                        against,
                        ruling.institution(),
                        ruling.grounds(),
                        ruling.at()))
                .toList();
    }

    /**
     * Matter of a decision: its rule and topic. Empty without a topic: "wished by the reporter" or "decided by the desk" is
     * nothing that a later complaint has in common.
     */
    static String matter(RoutingReason reason) {
        return reason.values(ReasonFactName.TOPIC).stream()
                .findFirst()
                .map(topic -> reason.rule() + "/" + topic)
                .orElse("");
    }

    public void add(RulingPrecedent precedent) {
        byKey.put(precedent.key(), precedent);
    }

    public void add(PrecedentWithdrawal withdrawal) {
        withdrawals.put(withdrawal.complaintId(), withdrawal);
    }

    /** All precedents by {@link RulingPrecedent#key}, withdrawn ones included. */
    public List<RulingPrecedent> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<PrecedentWithdrawal> withdrawal(ComplaintId complaint) {
        return Optional.ofNullable(withdrawals.get(complaint));
    }

    /** The decision, or the one that a precedent in the same matter requires. */
    Assign applyTo(Assign decision) {
        String key = RulingPrecedent.key(
                matter(decision.reason()), decision.institution().code());
        Optional<RulingPrecedent> precedent =
                Optional.ofNullable(byKey.get(key)).filter(found -> !withdrawals.containsKey(found.complaintId()));
        return precedent
                .flatMap(found -> registry.get().institution(found.institution()))
                .filter(RegistryInstitution::takesReports)
                .map(institution ->
                        new Assign(institution, Optional.empty(), citingReason(decision, precedent.orElseThrow())))
                .orElse(decision);
    }

    private static RoutingReason citingReason(Assign decision, RulingPrecedent precedent) {
        List<ReasonFact> facts = new ArrayList<>(decision.reason().facts());
        facts.removeIf(fact -> fact.hasName(ReasonFactName.OVERSEER)); // oversees the institution that was replaced
        facts.add(ReasonFact.of(ReasonFactName.PRECEDENT, precedent.complaintId()));
        facts.add(ReasonFact.of(ReasonFactName.NOT, precedent.against()));
        return decision.reason().withFacts(facts);
    }
}
