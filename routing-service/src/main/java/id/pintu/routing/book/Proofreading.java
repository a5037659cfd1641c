package id.pintu.routing.book;

import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.book.BrokenRules.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads every rule before any is taken: each must be understood, have a name of its own, and be able to decide. */
final class Proofreading {

    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private final Map<String, Rule> byName = new HashMap<>();

    private Proofreading() {}

    static List<Query> read(List<Rule> rules) {
        Proofreading reading = new Proofreading();
        rules.forEach(reading::read);
        if (reading.flaws.isEmpty()) {
            reading.findShadowed(rules);
        }
        if (!reading.flaws.isEmpty()) {
            throw new BrokenRules(reading.flaws);
        }
        return reading.queries;
    }

    private void read(Rule rule) {
        Rule namesake = byName.putIfAbsent(rule.name(), rule);
        if (namesake != null) {
            flaw(rule, "line " + namesake.line() + " has this name already");
        }
        if (Reason.NO_RULES.contains(rule.name())) {
            flaw(rule, "a decision that no rule made is called so");
        }
        try {
            queries.add(QueryParser.parse(rule.condition().query()));
        } catch (IllegalArgumentException e) {
            flaw(rule, String.valueOf(e.getMessage()));
        }
    }

    /** Only rules with a word in common can shadow one another. */
    private void findShadowed(List<Rule> rules) {
        Map<Query, List<Integer>> byLeaf = new HashMap<>();
        for (int later = 0; later < rules.size(); later++) {
            int at = later;
            Query query = queries.get(later);
            Optional<Query> leaf = query.leaves().stream().findFirst();
            leaf.flatMap(each -> byLeaf.getOrDefault(each, List.of()).stream()
                            .filter(earlier -> shadows(rules, earlier, at))
                            .findFirst())
                    .ifPresent(earlier -> flaw(
                            rules.get(at),
                            "can never decide: line " + rules.get(earlier).line() + " ("
                                    + rules.get(earlier).name() + ") holds whenever it does, and weighs as much"));
            query.leaves()
                    .forEach(each -> byLeaf.computeIfAbsent(each, key -> new ArrayList<>())
                            .add(at));
        }
    }

    private boolean shadows(List<Rule> rules, int earlier, int later) {
        return rules.get(earlier)
                        .condition()
                        .coversCircumstancesOf(rules.get(later).condition())
                && queries.get(earlier).leaves().containsAll(queries.get(later).leaves())
                && queries.get(earlier).covers(queries.get(later));
    }

    private void flaw(Rule rule, String reason) {
        flaws.add(new Flaw(rule.line(), rule.name(), reason));
    }
}
