package id.pintu.routing.decision;

import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingReason;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.government.GovernmentStructure;
import id.pintu.routing.government.OversightRule;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stateless step that completes a decision, however it was made: it adds the unit the report names, and, if the report is
 * about the institution's own officers, a part for the institution that oversees them.
 */
record OverseerAssignmentRules(InstitutionRegistry registry, GovernmentStructure duties, ReportFindings findings) {

    RoutingDecision complete(RoutingDecision decision) {
        return switch (decision) {
            case Assign assign -> withOversight(withUnit(assign));
            case AssignToSeveral several ->
                new AssignToSeveral(several.parts().stream().map(this::withUnit).toList(), several.reason());
            case Hold hold -> hold;
        };
    }

    private Assign withUnit(Assign assign) {
        // The unit of the rule is more reliable than a building mentioned in the text.
        Optional<String> unit = assign.unit()
                .or(() -> duties.units().unitNamedIn(findings.title().concat(findings.text()), assign.institution()))
                .map(name -> duties.units().officialName(name, assign.institution()));
        return new Assign(assign.institution(), unit, assign.reason());
    }

    private RoutingDecision withOversight(Assign assign) {
        RegistryInstitution watched = assign.institution();
        Optional<OversightRule> overseer =
                findings.misconduct().flatMap(hit -> duties.oversight().ruleFor(watched));
        return overseer.flatMap(each -> each.overseerOf(watched, registry))
                .<RoutingDecision>map(overseeing -> {
                    Assign informed = new Assign(
                            watched,
                            assign.unit(),
                            withFacts(
                                    assign.reason(),
                                    ownOfficersFact(findings.misconduct().orElseThrow()),
                                    ReasonFact.of(ReasonFactName.OVERSEER, overseeing.name())));
                    return new AssignToSeveral(
                            List.of(informed, oversightAssignment(overseeing, overseer.orElseThrow(), watched)),
                            informed.reason());
                })
                .orElse(assign);
    }

    private Assign oversightAssignment(
            RegistryInstitution overseeing, OversightRule overseer, RegistryInstitution watched) {
        RuleMatch hit = findings.misconduct().orElseThrow();
        RoutingReason reason = new RoutingReason(
                RoutingReason.OVERSIGHT,
                List.of(
                        ReasonFact.of(ReasonFactName.WATCHED, watched.code()),
                        ReasonFact.of(
                                ReasonFactName.TOPIC,
                                "pengawasan atas petugas " + watched.name() + " ("
                                        + hit.rule().affair().title() + ")"),
                        ReasonFact.of(ReasonFactName.WORDS, String.join(",", hit.words())),
                        ReasonFact.of(
                                ReasonFactName.LAW, hit.rule().affair().legalBasis() + "; " + overseer.legalBasis())));
        return new Assign(overseeing, Optional.empty(), reason);
    }

    /** The fact that a report is about own officers; the same in every kind of decision. */
    static ReasonFact ownOfficersFact(RuleMatch misconduct) {
        return ReasonFact.of(
                ReasonFactName.OWN_OFFICERS, misconduct.rule().affair().title());
    }

    private static RoutingReason withFacts(RoutingReason reason, ReasonFact... facts) {
        return reason.withFacts(Stream.concat(reason.facts().stream(), Stream.of(facts))
                .distinct()
                .toList());
    }
}
