package id.pintu.routing.units;

import id.pintu.routing.rules.RuleMatch;
import id.pintu.support.explanations.BilingualText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Evidence for one unit: what speaks for it, and with which weight.
 *
 * @param ruleWeight weight of the matching rules
 * @param rule the strongest of them
 * @param named whether the report names it
 */
record UnitEvidence(double ruleWeight, Optional<RuleMatch> rule, boolean named) {

    static final UnitEvidence NONE = new UnitEvidence(0, Optional.empty(), false);

    private static final double FURTHER_RULE = 0.4;
    private static final int MAX_WORDS = 4;

    UnitEvidence withRule(RuleMatch match, double weight) {
        return new UnitEvidence(
                Math.max(ruleWeight, weight) + FURTHER_RULE * Math.min(ruleWeight, weight),
                weight > ruleWeight ? Optional.of(match) : rule,
                named);
    }

    UnitEvidence withName() {
        return new UnitEvidence(ruleWeight, rule, true);
    }

    /**
     * @param examples number of dispositions to the unit
     * @param all number of dispositions of the institution
     */
    BilingualText reasons(int examples, int all) {
        List<String> indonesian = new ArrayList<>();
        List<String> english = new ArrayList<>();
        if (named) {
            indonesian.add("Disebut dalam laporan.");
            english.add("Named in the report.");
        }
        rule.ifPresent(match -> {
            String words =
                    String.join(", ", match.words().stream().limit(MAX_WORDS).toList());
            String affair =
                    match.rule().affair().title() + " (" + match.rule().affair().legalBasis() + ")";
            indonesian.add("Kata “%s”: urusan %s.".formatted(words, affair));
            english.add("Words “%s”: affair %s.".formatted(words, affair));
        });
        if (examples > 0) {
            indonesian.add("%s dari %s disposisi instansi ini ke unit ini."
                    .formatted(number(examples, Locale.of("id")), number(all, Locale.of("id"))));
            english.add("%s of this institution's %s dispositions went to it."
                    .formatted(number(examples, Locale.ENGLISH), number(all, Locale.ENGLISH)));
        }
        if (indonesian.isEmpty()) {
            indonesian.add("Unit yang lazim.");
            english.add("A usual unit.");
        }
        return new BilingualText(String.join(" ", indonesian), String.join(" ", english));
    }

    private static String number(int value, Locale locale) {
        return String.format(locale, "%,d", value);
    }
}
