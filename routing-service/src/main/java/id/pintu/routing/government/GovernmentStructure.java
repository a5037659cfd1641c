package id.pintu.routing.government;

import java.util.List;

/** Immutable structure of governments: units by name, and the rules of oversight over officers. */
public record GovernmentStructure(UnitNameMatcher units, MisconductOversightRules oversight) {

    public static final GovernmentStructure UNKNOWN =
            new GovernmentStructure(new UnitNameMatcher(List.of()), MisconductOversightRules.NONE);
}
