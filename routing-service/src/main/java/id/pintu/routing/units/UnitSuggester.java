package id.pintu.routing.units;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.government.GovernmentUnit;
import id.pintu.routing.government.UnitNameMatcher;
import id.pintu.routing.learning.ClassScores;
import id.pintu.routing.registry.GovernmentLevel;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.AffairLevel;
import id.pintu.routing.rules.RoutingRule.GovernmentAffair;
import id.pintu.routing.rules.RuleMatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stateless suggester of the unit of an institution that should get a report. Rules and names speak first; the more
 * dispositions of its own the institution has, the more what was learnt from them counts.
 */
public final class UnitSuggester {

    /** Number of dispositions at which what was learnt counts half of what it counts in the end. */
    private static final double HALF_TRUST = 40;

    /** How much less what rules and names tell counts when all is learnt. */
    private static final double LEARNT_SHARE = 0.5;

    private static final double RULE_WEIGHT = 0.35;
    private static final double NAME_WEIGHT = 0.25;

    /** Of an affair of another level of government: the institution has the report all the same. */
    private static final double OTHER_LEVEL = 0.6;

    private static final double SHARPNESS = 4;

    private final ReportAnalyzer analyzer;
    private final UnitNameMatcher names;

    public UnitSuggester(ReportAnalyzer analyzer, UnitNameMatcher names) {
        this.analyzer = analyzer;
        this.names = names;
    }

    /** The units of an institution, with the names it uses. */
    public UnitDirectory directory(RegistryInstitution institution, UnitModel model) {
        return new UnitDirectory(institution, names, model.usedUnits());
    }

    /**
     * The likeliest units, in descending order.
     *
     * @param level of the institution
     * @param limit number of suggestions at most
     * @param day on which the rules have to be in force
     */
    public List<UnitSuggestion> suggest(
            SubmittedReport report,
            RegistryInstitution institution,
            GovernmentLevel level,
            UnitModel model,
            int limit,
            LocalDate day) {
        ReportFindings findings = analyzer.analyze(report, day);
        Map<String, UnitEvidence> evidence = evidence(findings, institution, level, directory(institution, model));
        ClassScores learnt = model.classifier().classify(analyzer.classifierInput(findings));
        learnt.labels().forEach(unit -> evidence.putIfAbsent(unit, UnitEvidence.NONE));
        Map<String, Double> shares = shares(evidence, learnt, model);
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(each -> new UnitSuggestion(
                        each.getKey(),
                        Math.round(each.getValue() * 1_000) / 1_000.0,
                        evidence.getOrDefault(each.getKey(), UnitEvidence.NONE)
                                .reasons(model.exampleCountOf(each.getKey()), model.exampleCount())))
                .toList();
    }

    private Map<String, UnitEvidence> evidence(
            ReportFindings findings, RegistryInstitution institution, GovernmentLevel level, UnitDirectory directory) {
        Map<String, UnitEvidence> evidence = new TreeMap<>();
        for (RuleMatch hit : findings.hits()) {
            double weight = hit.weight() * (isOwnAffair(hit.rule().affair(), institution, level) ? 1 : OTHER_LEVEL);
            unitsOf(hit.rule().affair(), directory)
                    .forEach(unit -> evidence.merge(
                            directory.nameOf(unit),
                            UnitEvidence.NONE.withRule(hit, weight),
                            (before, other) -> before.withRule(hit, weight)));
        }
        directory
                .unitsNamedIn(findings.title().concat(findings.text()))
                .forEach(unit -> evidence.merge(
                        directory.nameOf(unit), UnitEvidence.NONE.withName(), (before, other) -> before.withName()));
        return evidence;
    }

    private static List<GovernmentUnit> unitsOf(GovernmentAffair affair, UnitDirectory directory) {
        List<GovernmentUnit> byUnit =
                affair.unit().map(directory::unitsOfAffair).orElse(List.of());
        return byUnit.isEmpty()
                ? affair.institution().map(directory::unitsOfAffair).orElse(List.of())
                : byUnit;
    }

    private static boolean isOwnAffair(
            GovernmentAffair affair, RegistryInstitution institution, GovernmentLevel level) {
        Optional<String> code = affair.institution();
        if (code.isPresent()) {
            return code.get().equals(institution.code());
        }
        return switch (level) {
            case LOCAL -> affair.level() == AffairLevel.KABKOTA || affair.level() == AffairLevel.DESA;
            case PROVINCE -> affair.level() == AffairLevel.PROVINSI;
            case NATIONAL, COMPANY -> false;
        };
    }

    private static Map<String, Double> shares(Map<String, UnitEvidence> evidence, ClassScores learnt, UnitModel model) {
        double trust = model.exampleCount() / (model.exampleCount() + HALF_TRUST);
        double strongest = evidence.values().stream()
                .mapToDouble(UnitEvidence::ruleWeight)
                .max()
                .orElse(0);
        Map<String, Double> weights = new TreeMap<>();
        evidence.forEach((unit, found) -> {
            double rules = strongest == 0 ? 0 : found.ruleWeight() / strongest;
            double told = RULE_WEIGHT * rules + (found.named() ? NAME_WEIGHT : 0);
            double margin = learnt.isEmpty() ? 0 : learnt.margin(unit);
            weights.put(unit, Math.exp(SHARPNESS * (trust * margin + (1 - trust * LEARNT_SHARE) * told)));
        });
        double sum = weights.values().stream().mapToDouble(each -> each).sum();
        weights.replaceAll((unit, weight) -> weight / sum);
        return weights;
    }
}
