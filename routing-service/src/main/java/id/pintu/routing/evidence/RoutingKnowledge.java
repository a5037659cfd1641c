package id.pintu.routing.evidence;

import id.pintu.routing.government.GovernmentStructure;
import id.pintu.routing.places.Gazetteer;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.rules.RuleBook;
import java.util.Map;

/**
 * What routing knows without any history: an immutable value, cheap to make anew with another book.
 *
 * @param smsKeywords keyword in upper case to institution code; a keyword may contain a space
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

    /** Of how governments are organised nothing is known. */
    public RoutingKnowledge(
            InstitutionRegistry registry, Gazetteer gazetteer, RuleBook book, Map<String, String> smsKeywords) {
        this(registry, gazetteer, book, smsKeywords, GovernmentStructure.UNKNOWN);
    }

    public RoutingKnowledge with(RuleBook draft) {
        return new RoutingKnowledge(registry, gazetteer, draft, smsKeywords, duties);
    }
}
