package id.pintu.routing.evidence;

import id.pintu.routing.government.GovernmentStructure;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.RuleBook;
import java.util.Map;

/**
 * Immutable reference data of routing, without anything learned from past decisions; cheap to copy with another rule book.
 *
 * @param smsKeywords keyword in upper case to institution code; a keyword may contain a space
 * @param duties structure of government: units and oversight
 */
public record RoutingKnowledge(
        InstitutionRegistry registry,
        Gazetteer gazetteer,
        RuleBook ruleBook,
        Map<String, String> smsKeywords,
        GovernmentStructure duties) {

    public RoutingKnowledge {
        smsKeywords = Map.copyOf(smsKeywords);
    }

    /** Without a known structure of government. */
    public RoutingKnowledge(
            InstitutionRegistry registry, Gazetteer gazetteer, RuleBook ruleBook, Map<String, String> smsKeywords) {
        this(registry, gazetteer, ruleBook, smsKeywords, GovernmentStructure.UNKNOWN);
    }

    public RoutingKnowledge with(RuleBook draft) {
        return new RoutingKnowledge(registry, gazetteer, draft, smsKeywords, duties);
    }
}
