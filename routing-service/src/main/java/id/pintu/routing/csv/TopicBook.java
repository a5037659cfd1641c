package id.pintu.routing.csv;

import id.pintu.routing.registry.Registry;
import id.pintu.routing.rulebooks.BrokenBook;
import id.pintu.routing.rulebooks.RuleReading;
import id.pintu.routing.rules.RoutingDecision;
import id.pintu.routing.rules.RoutingRules;
import id.pintu.routing.whatif.Placing;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/** The rule book as a table of topics, such as the bundled {@code topics.csv}. */
public final class TopicBook implements RuleReading<RoutingRules> {

    @Override
    public RoutingRules read(String rules, int number, Registry registry) {
        try {
            return new RoutingRules(
                    registry, new Tables(file -> new StringReader(rules)).topics(registry), registry.smsKeywords());
        } catch (IllegalArgumentException e) {
            throw new BrokenBook(List.of(new BrokenBook.Fault("rules", String.valueOf(e.getMessage()))));
        }
    }

    @Override
    public Placing placing(RoutingRules rules) {
        return report -> switch (rules.decide(report, Set.of())) {
            case RoutingDecision.Assign assign -> assign.institution().code();
            case RoutingDecision.Hold hold -> Placing.DESK;
        };
    }
}
