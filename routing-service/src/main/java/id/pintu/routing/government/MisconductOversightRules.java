package id.pintu.routing.government;

import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleBook;
import id.pintu.routing.rules.RuleInput;
import id.pintu.routing.rules.RuleMatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports about an institution's own officers, and who besides it gets them: nobody judges his own case. */
public final class MisconductOversightRules {

    public static final MisconductOversightRules NONE =
            new MisconductOversightRules(new RuleBook("none", List.of()), Map.of());

    private final RuleBook misconduct;
    private final Map<String, OversightRule> oversightRules;

    /**
     * @param misconduct what tells that officers themselves are complained about
     * @param oversightRules by code or, where there is none, by kind of the institution watched over
     */
    public MisconductOversightRules(RuleBook misconduct, Map<String, OversightRule> oversightRules) {
        this.misconduct = misconduct;
        this.oversightRules = Map.copyOf(oversightRules);
    }

    /** What tells most plainly that officers are complained about, if anything does. */
    public Optional<RuleMatch> strongestMisconductMatch(RuleInput report) {
        return misconduct.matches(report).stream().max(Comparator.comparingDouble(RuleMatch::weight));
    }

    /** Those who watch over others have nobody here: what comes to them is in the right place already. */
    public Optional<OversightRule> ruleFor(RegistryInstitution institution) {
        return Optional.ofNullable(oversightRules.get(institution.code()))
                .or(() -> Optional.ofNullable(oversightRules.get(institution.kind())));
    }
}
