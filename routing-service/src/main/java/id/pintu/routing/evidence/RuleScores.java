package id.pintu.routing.evidence;

import id.pintu.routing.rules.RoutingRule.GovernmentAffair;
import id.pintu.routing.rules.RuleMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Immutable scores of the matching rules together, for each institution or level of government they point to.
 */
public final class RuleScores {

    static final String LOCAL = "LOCAL";
    public static final String PROVINCE = "PROVINCE";
    public static final String COMPANY = "COMPANY";

    private static final double FURTHER_RULE = 0.4;

    private final Map<String, Double> weights = new TreeMap<>();
    private final Map<String, RuleMatch> strongest = new TreeMap<>();
    private double max;

    public RuleScores(List<RuleMatch> hits) {
        for (RuleMatch hit : hits) {
            String key = keyOf(hit.rule().affair());
            weights.merge(key, hit.weight(), (a, b) -> Math.max(a, b) + FURTHER_RULE * Math.min(a, b));
            strongest.merge(key, hit, (a, b) -> b.weight() > a.weight() ? b : a);
        }
        max = weights.values().stream().mapToDouble(each -> each).max().orElse(0);
    }

    public double weight(String key) {
        return weights.getOrDefault(key, 0.0);
    }

    public double share(String key) {
        return max == 0 ? 0 : weight(key) / max;
    }

    /** Codes of institutions, and names of government levels. */
    public Set<String> keys() {
        return weights.keySet();
    }

    /** The strongest match for this key. */
    public Optional<RuleMatch> strongest(String key) {
        return Optional.ofNullable(strongest.get(key));
    }

    public static String keyOf(GovernmentAffair affair) {
        return affair.institution().orElseGet(() -> switch (affair.level()) {
            case PUSAT, BUMN ->
                throw new IllegalStateException("an affair of the national level must name its institution");
            case PROVINSI -> PROVINCE;
            case KABKOTA, DESA -> LOCAL;
            case BUMD -> COMPANY;
        });
    }
}
