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
 * What the arbiter has ruled, by matter and by the institution it was taken from: the same rules and topic leading to
 * the same institution again lead to the one that was ruled to be responsible, and the decision cites the ruling.
 */
public final class PrecedentIndex {

    /** Where they are kept, by {@link RulingPrecedent#key} and {@link PrecedentWithdrawal#key}; compacted. */
    public static final String TOPIC = "precedents";

    private final Map<String, RulingPrecedent> byKey = new ConcurrentSkipListMap<>();
    private final Map<ComplaintId, PrecedentWithdrawal> withdrawals = new ConcurrentHashMap<>();
    private final Supplier<InstitutionRegistry> registry;

    public PrecedentIndex(Supplier<InstitutionRegistry> registry) {
        this.registry = registry;
    }

    /**
     * One ruling, as far as it binds later decisions.
     *
     * @param complaintId the complaint it was given in
     * @param against code of the institution that is not responsible
     * @param institution code of the one that is
     * @param grounds why, in the arbiter's words
     * @param at when it was given
     */
    public record RulingPrecedent(
            ComplaintId complaintId, String matter, String against, String institution, String grounds, Instant at) {

        /** What it is found by; a later ruling on the same takes its place. */
        public String key() {
            return key(matter, against);
        }

        static String key(String matter, String institution) {
            return matter + " / " + institution;
        }
    }

    /**
     * The desk's word that the ruling in this complaint binds no later decision any more. In the complaint itself it
     * stands.
     *
     * @param why without names of persons
     */
    public record PrecedentWithdrawal(ComplaintId complaintId, Instant at, String why) {

        private static final String KEY_PREFIX = "withdrawn/";

        public String key() {
            return KEY_PREFIX + complaintId;
        }

        /** Whether a record under this key is a withdrawal, and no precedent. */
        public static boolean isKey(String key) {
            return key.startsWith(KEY_PREFIX);
        }
    }

    /** A ruling binds against each institution that had said no; in no matter that nobody can name it binds nobody. */
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
     * What was decided about: the rule and its topic. Empty where no topic led there: "the reporter wished it" or "the
     * desk decided it" is no matter that a later complaint can have in common.
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

    /** All there are, by {@link RulingPrecedent#key}; those that were withdrawn too. */
    public List<RulingPrecedent> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<PrecedentWithdrawal> withdrawal(ComplaintId complaint) {
        return Optional.ofNullable(withdrawals.get(complaint));
    }

    /** The decision, or the one a ruling in the same matter asks for. */
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
        facts.removeIf(fact -> fact.hasName(ReasonFactName.OVERSEER)); // who watches over the other one
        facts.add(ReasonFact.of(ReasonFactName.PRECEDENT, precedent.complaintId()));
        facts.add(ReasonFact.of(ReasonFactName.NOT, precedent.against()));
        return decision.reason().withFacts(facts);
    }
}
