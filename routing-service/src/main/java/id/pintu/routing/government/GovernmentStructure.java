package id.pintu.routing.government;

import java.util.List;

/** What routing knows of how governments are organised. */
public record GovernmentStructure(UnitNameMatcher units, MisconductOversightRules oversight) {

    public static final GovernmentStructure UNKNOWN =
            new GovernmentStructure(new UnitNameMatcher(List.of()), MisconductOversightRules.NONE);
}
