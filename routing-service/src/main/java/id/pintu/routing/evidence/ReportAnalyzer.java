package id.pintu.routing.evidence;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.evidence.InstitutionNameFinder.NamedInstitution;
import id.pintu.routing.learning.ClassifierInput;
import id.pintu.routing.places.RegionRanking;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleInput;
import id.pintu.routing.text.TokenizedText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stateless analyzer that collects the evidence in a report. */
public final class ReportAnalyzer {

    private final RoutingKnowledge knowledge;
    private final InstitutionNameFinder nameFinder;

    public ReportAnalyzer(RoutingKnowledge knowledge) {
        this.knowledge = knowledge;
        this.nameFinder = new InstitutionNameFinder(
                knowledge.registry(), knowledge.duties().units());
    }

    public ReportFindings analyze(SubmittedReport report, LocalDate day) {
        TokenizedText title = TokenizedText.of(report.title());
        TokenizedText text = TokenizedText.of(report.text());
        TokenizedText fullText = title.concat(text);
        RegionRanking places = knowledge.gazetteer().locate(report.place(), fullText);
        TokenizedText words =
                report.category().map(TokenizedText::of).map(fullText::concat).orElse(fullText);
        RuleInput ruleInput = ruleInput(report, words, places, day);
        return new ReportFindings(
                title,
                text,
                places,
                knowledge.ruleBook().matches(ruleInput),
                nameFinder.find(fullText),
                knowledge.duties().oversight().strongestMisconductMatch(ruleInput));
    }

    /**
     * Code of the institution that an answer points to: one that it names, or else the government of a place that it names.
     *
     * @param except code of the institution that answers
     */
    public Optional<String> institutionNamedIn(String answer, String except) {
        TokenizedText words = TokenizedText.of(answer);
        return nameFinder.find(words).values().stream()
                .sorted(Comparator.comparingDouble(NamedInstitution::strength).reversed())
                .map(named -> named.institution().code())
                .filter(code -> !code.equals(except))
                .findFirst()
                .or(() -> governmentOfPlace(words, except));
    }

    private Optional<String> governmentOfPlace(TokenizedText words, String except) {
        RegionRanking places = knowledge.gazetteer().locate(SubmittedReport.ReportedLocation.UNKNOWN, words);
        InstitutionRegistry registry = knowledge.registry();
        return Stream.concat(
                        places.regencies().stream().flatMap(place -> registry.localGovernment(place.region()).stream()),
                        places.provinces().stream()
                                .flatMap(place -> registry.provincialGovernment(place.region()).stream()))
                .map(RegistryInstitution::code)
                .filter(code -> !code.equals(except))
                .findFirst();
    }

    public ClassifierInput classifierInput(ReportFindings findings) {
        return new ClassifierInput(findings.title(), findings.text(), findings.concepts());
    }

    private static RuleInput ruleInput(
            SubmittedReport report, TokenizedText words, RegionRanking places, LocalDate day) {
        Set<String> regions = new HashSet<>();
        Stream.concat(places.regencies().stream(), places.provinces().stream())
                .map(ScoredRegion::region)
                .forEach(region -> {
                    regions.add(region.code());
                    regions.add(region.provinceCode());
                });
        return new RuleInput(
                words,
                regions,
                report.kind(),
                report.door(),
                report.category().map(category -> category.toUpperCase(Locale.ROOT)),
                day);
    }
}
