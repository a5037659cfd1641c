package id.pintu.routing.evidence;

import id.pintu.events.SubmittedReport;
import id.pintu.routing.learning.ClassifierInput;
import id.pintu.routing.places.RegionRanking;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.rules.RuleInput;
import id.pintu.routing.text.TokenizedText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
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
