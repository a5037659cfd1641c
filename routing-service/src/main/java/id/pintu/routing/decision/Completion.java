package id.pintu.routing.decision;

import id.pintu.events.RoutingEvent.Reason;
import id.pintu.routing.book.Hit;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.duties.Duties;
import id.pintu.routing.duties.Overseer;
import id.pintu.routing.registry.Registration;
import id.pintu.routing.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds to a decision what does not depend on how it fell: the unit the report names, and, where it is about the
 * institution's own officers, a part for whoever watches over them.
 */
record Completion(Registry registry, Duties duties, Findings findings) {

    RoutingDecision of(RoutingDecision decision) {
        return switch (decision) {
            case Assign assign -> watched(withUnit(assign));
            case AssignSeveral several ->
                new AssignSeveral(several.parts().stream().map(this::withUnit).toList(), several.reason());
            case Hold hold -> hold;
        };
    }

    private Assign withUnit(Assign assign) {
        // What a rule knows of its affair tells more than a building somebody mentions.
        Optional<String> unit = assign.unit()
                .or(() -> duties.units().named(findings.title().and(findings.text()), assign.institution()))
                .map(name -> duties.units().called(name, assign.institution()));
        return new Assign(assign.institution(), unit, assign.reason());
    }

    private RoutingDecision watched(Assign assign) {
        Registration watched = assign.institution();
        Optional<Overseer> overseer =
                findings.misconduct().flatMap(sign -> duties.oversight().of(watched));
        return overseer.flatMap(each -> each.over(watched, registry))
                .<RoutingDecision>map(above -> {
                    Assign told = new Assign(
                            watched,
                            assign.unit(),
                            with(
                                    assign.reason(),
                                    sign(findings.misconduct().orElseThrow()),
                                    "overseer=" + above.name()));
                    return new AssignSeveral(
                            List.of(told, oversight(above, overseer.orElseThrow(), watched)), told.reason());
                })
                .orElse(assign);
    }

    private Assign oversight(Registration above, Overseer overseer, Registration watched) {
        Hit sign = findings.misconduct().orElseThrow();
        Reason reason = new Reason(
                Reason.OVERSIGHT,
                List.of(
                        "watched=" + watched.code(),
                        "topic=pengawasan atas petugas " + watched.name() + " ("
                                + sign.rule().affair().title() + ")",
                        "words=" + String.join(",", sign.words()),
                        "law=" + sign.rule().affair().legalBasis() + "; " + overseer.law()));
        return new Assign(above, Optional.empty(), reason);
    }

    /** What a decision says of a report about officers, whoever decides. */
    static String sign(Hit misconduct) {
        return "own-officers=" + misconduct.rule().affair().title();
    }

    private static Reason with(Reason reason, String... facts) {
        List<String> all = Stream.concat(reason.facts().stream(), Stream.of(facts))
                .distinct()
                .toList();
        return new Reason(reason.rule(), all, reason.assessment());
    }
}
