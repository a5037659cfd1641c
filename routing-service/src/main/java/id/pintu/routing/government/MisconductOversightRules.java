package id.pintu.routing.government;

import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleInput;
import id.pintu.routing.rules.RuleMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that detect reports about an institution's own officers, and name the institution that oversees it and gets
 * such reports too, since no institution should judge its own case.
 */
public final class MisconductOversightRules {

    public static final MisconductOversightRules NONE =
            new MisconductOversightRules(new RuleBook("none", List.of()), Map.of());

    private final RuleBook misconduct;
    private final Map<String, OversightRule> oversightRules;

    /**
     * @param misconduct rules that match complaints about officers
     * @param oversightRules by code or kind of the overseen institution; a rule by code takes precedence
     */
    public MisconductOversightRules(RuleBook misconduct, Map<String, OversightRule> oversightRules) {
        this.misconduct = misconduct;
        this.oversightRules = Map.copyOf(oversightRules);
    }

    /** The match of a misconduct rule with the greatest weight, if any matches. */
    public Optional<RuleMatch> strongestMisconductMatch(RuleInput report) {
        return misconduct.matches(report).stream().max(Comparator.comparingDouble(RuleMatch::weight));
    }

    /**
     * The oversight rule of an institution; overseeing institutions have none, since they handle such reports
     * themselves.
     */
    public Optional<OversightRule> ruleFor(RegistryInstitution institution) {
        return Optional.ofNullable(oversightRules.get(institution.code()))
                .or(() -> Optional.ofNullable(oversightRules.get(institution.kind())));
    }
}
