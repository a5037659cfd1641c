package id.pintu.routing.rules;

import id.pintu.events.RoutingReason;
import id.pintu.routing.rules.InvalidRulesException.RuleError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validator of a whole rule book: each query must parse, each name be unique, and no rule be shadowed by an earlier
 * one.
 */
final class RuleBookValidator {

    private final List<RuleError> errors = new ArrayList<>();
    private final List<RuleQuery> queries = new ArrayList<>();
    private final Map<String, RoutingRule> byName = new HashMap<>();

    private RuleBookValidator() {}

    static List<RuleQuery> validate(List<RoutingRule> rules) {
        RuleBookValidator validator = new RuleBookValidator();
        rules.forEach(validator::validate);
        if (validator.errors.isEmpty()) {
            validator.findShadowed(rules);
        }
        if (!validator.errors.isEmpty()) {
            throw new InvalidRulesException(validator.errors);
        }
        return validator.queries;
    }

    private void validate(RoutingRule rule) {
        RoutingRule sameName = byName.putIfAbsent(rule.name(), rule);
        if (sameName != null) {
            addError(rule, "line " + sameName.line() + " has the same name");
        }
        if (RoutingReason.RESERVED_NAMES.contains(rule.name())) {
            addError(rule, "the name is reserved for decisions that no rule makes");
        }
        try {
            queries.add(RuleQueryParser.parse(rule.condition().query()));
        } catch (IllegalArgumentException e) {
            addError(rule, String.valueOf(e.getMessage()));
        }
    }

    /** Compares only rules that share a leaf, since a rule can only be shadowed by one that has all its leaves. */
    private void findShadowed(List<RoutingRule> rules) {
        Map<RuleQuery, List<Integer>> byLeaf = new HashMap<>();
        for (int later = 0; later < rules.size(); later++) {
            int at = later;
            RuleQuery query = queries.get(later);
            Optional<RuleQuery> leaf = query.leaves().stream().findFirst();
            leaf.flatMap(each -> byLeaf.getOrDefault(each, List.of()).stream()
                            .filter(earlier -> shadows(rules, earlier, at))
                            .findFirst())
                    .ifPresent(earlier -> addError(
                            rules.get(at),
                            "can never decide: line " + rules.get(earlier).line() + " ("
                                    + rules.get(earlier).name() + ") matches whenever it does, and weighs as much"));
            query.leaves()
                    .forEach(each -> byLeaf.computeIfAbsent(each, key -> new ArrayList<>())
                            .add(at));
        }
    }

    private boolean shadows(List<RoutingRule> rules, int earlier, int later) {
        return rules.get(earlier)
                        .condition()
                        .coversCircumstancesOf(rules.get(later).condition())
                && queries.get(earlier).leaves().containsAll(queries.get(later).leaves())
                && queries.get(earlier).covers(queries.get(later));
    }

    private void addError(RoutingRule rule, String reason) {
        errors.add(new RuleError(rule.line(), rule.name(), reason));
    }
}
