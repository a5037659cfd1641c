package id.pintu.routing.decision;

import id.pintu.events.IntakeChannel;
import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingReason;
import id.pintu.events.SubmittedReport;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.ranking.CandidateFeatureExtractor;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.registry.AddressedInstitution;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleMatch;
import id.pintu.routing.text.TokenizedText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Immutable router that decides for any report which institution is responsible, and why.
 *
 * <p>It tries in this order: the institution the reporter chose, the keyword of an SMS, a rule that settles the matter by
 * law, and the best candidate of the ranking, if the confidence reaches the threshold. Each proposal goes through the
 * {@link ProvinceFallback}. Otherwise the report is held for the national desk, with the likeliest institutions. Finally
 * {@link OverseerAssignmentRules} adds the unit, and a part for the institution that oversees the officers complained about.
 */
public final class ComplaintRouter {

    private final RoutingKnowledge knowledge;
    private final LearnedRoutingModel model;
    private final ReportAnalyzer analyzer;

    public ComplaintRouter(RoutingKnowledge knowledge, LearnedRoutingModel model) {
        this.knowledge = knowledge;
        this.model = model;
        this.analyzer = new ReportAnalyzer(knowledge);
    }

    /** Collects the evidence in a report with the knowledge of this router. */
    public ReportAnalyzer analyzer() {
        return analyzer;
    }

    public RoutingKnowledge knowledge() {
        return knowledge;
    }

    public LearnedRoutingModel model() {
        return model;
    }

    /**
     * Decides where a report goes; total and deterministic.
     *
     * @param refusedBy codes of institutions that returned the complaint; they are not proposed again
     * @param day on which the rules have to be in force
     */
    public RoutingDecision decide(SubmittedReport report, Set<String> refusedBy, LocalDate day) {
        ReportFindings findings = analyzer.analyze(report, day);
        CandidateRanking ranking = ranking(findings);
        double confidence = model.confidenceModel().confidence(ranking);
        ReasonBuilder reasonBuilder = new ReasonBuilder(
                findings, ranking, model.confidenceModel(), knowledge.ruleBook().version());
        int examples = model.classifier().exampleCount();
        if (examples > 0) {
            reasonBuilder.add(ReasonFactName.LEARNT_FROM, examples);
        }
        findings.misconduct().map(OverseerAssignmentRules::ownOfficersFact).ifPresent(reasonBuilder::add);
        ProvinceFallback fallBack = new ProvinceFallback(knowledge.registry(), refusedBy, reasonBuilder);
        RoutingDecision decision = byWishedInstitution(report, reasonBuilder)
                .flatMap(fallBack::apply)
                .or(() -> bySmsKeyword(report, reasonBuilder).flatMap(fallBack::apply))
                .<RoutingDecision>map(AssignmentProposal::assign)
                .or(() -> byDecisiveRules(findings, reasonBuilder, fallBack))
                .or(() -> byRanking(ranking, confidence, reasonBuilder)
                        .flatMap(fallBack::apply)
                        .map(proposal -> proposal.assignWith(confidence)))
                .orElseGet(() -> new Hold(reasonBuilder.heldReason(assessment(ranking, confidence, refusedBy))));
        return completion(findings).complete(decision);
    }

    /** Completes a decision made by the desk or an institution, as {@link OverseerAssignmentRules} does with its own. */
    public RoutingDecision complete(SubmittedReport report, Assign chosen, LocalDate day) {
        return completion(analyzer.analyze(report, day)).complete(chosen);
    }

    private OverseerAssignmentRules completion(ReportFindings findings) {
        return new OverseerAssignmentRules(knowledge.registry(), knowledge.duties(), findings);
    }

    /** The likeliest institutions with the confidence in the first, including those that returned it. */
    public RoutingAssessment assessment(SubmittedReport report, LocalDate day) {
        CandidateRanking ranking = ranking(analyzer.analyze(report, day));
        return assessment(ranking, model.confidenceModel().confidence(ranking), Set.of());
    }

    /** The likeliest institutions, whatever the confidence. */
    public List<RoutingAssessment.InstitutionLikelihood> likeliest(SubmittedReport report, int limit, LocalDate day) {
        return ReasonBuilder.choices(ranking(analyzer.analyze(report, day)), model.confidenceModel(), Set.of(), limit);
    }

    /** Code of the likeliest region a report is about, if it names any. */
    public Optional<String> regionCodeOf(SubmittedReport report) {
        TokenizedText words = TokenizedText.of(report.title()).concat(TokenizedText.of(report.text()));
        return knowledge
                .gazetteer()
                .locate(report.place(), words)
                .likeliest()
                .map(located -> located.region().code());
    }

    /** Code of the institution that an answer of another one points to, if it names any. */
    public Optional<String> institutionNamedIn(String answer, String except) {
        return analyzer.institutionNamedIn(answer, except);
    }

    private CandidateRanking ranking(ReportFindings findings) {
        return CandidateRanking.of(
                new CandidateFeatureExtractor(
                                knowledge.registry(),
                                model.classifier(),
                                findings,
                                model.classifier().classify(analyzer.classifierInput(findings)))
                        .candidates(),
                findings.titled(),
                model.featureWeights());
    }

    private Optional<AssignmentProposal> byWishedInstitution(SubmittedReport report, ReasonBuilder reasonBuilder) {
        return report.wishedInstitution().flatMap(wish -> {
            Optional<AddressedInstitution> found = knowledge.registry().resolveAddressee(wish);
            reasonBuilder.add(
                    ReasonFactName.WISHED,
                    found.map(each -> each.institution().code()).orElse(ReasonFact.UNKNOWN));
            return found.map(each ->
                    new AssignmentProposal(RoutingReason.WISHED, each.institution(), each.unit(), reasonBuilder));
        });
    }

    private Optional<AssignmentProposal> bySmsKeyword(SubmittedReport report, ReasonBuilder reasonBuilder) {
        if (report.door() != IntakeChannel.SMS) {
            return Optional.empty();
        }
        String text = report.text().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        Optional<String> keyword = knowledge.smsKeywords().keySet().stream()
                .filter(each -> text.startsWith(each + " "))
                .max(Comparator.comparingInt(String::length));
        keyword.ifPresent(found -> reasonBuilder.add(ReasonFactName.KEYWORD, found));
        return keyword.map(knowledge.smsKeywords()::get)
                .flatMap(knowledge.registry()::resolveAddressee)
                .map(each -> new AssignmentProposal(
                        RoutingReason.SMS_KEYWORD, each.institution(), each.unit(), reasonBuilder));
    }

    private Optional<RoutingDecision> byDecisiveRules(
            ReportFindings findings, ReasonBuilder reasonBuilder, ProvinceFallback fallBack) {
        List<AssignmentProposal> settled = findings.hits().stream()
                .filter(hit -> hit.rule().settles())
                .flatMap(hit -> responsible(hit, findings).stream()
                        .map(institution -> new AssignmentProposal(
                                hit.rule().name(),
                                institution,
                                hit.rule().affair().unit(),
                                reasonBuilder)))
                .toList();
        List<Assign> parts = settled.stream()
                .flatMap(proposal -> fallBack.apply(proposal).stream())
                .map(AssignmentProposal::assign)
                .toList();
        List<Assign> each = parts.stream()
                .collect(Collectors.toMap(
                        part -> part.institution().code(), part -> part, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return each.size() < 2
                ? each.stream().<RoutingDecision>map(part -> part).findFirst()
                : Optional.of(new AssignToSeveral(each, each.getFirst().reason()));
    }

    private Optional<RegistryInstitution> responsible(RuleMatch hit, ReportFindings findings) {
        return new JurisdictionResolver(knowledge.registry(), findings.places())
                .resolve(hit.rule().affair());
    }

    private Optional<AssignmentProposal> byRanking(
            CandidateRanking ranking, double confidence, ReasonBuilder reasonBuilder) {
        ranking.newcomer()
                .ifPresent(each -> reasonBuilder.add(
                        ReasonFactName.NEWCOMER, each.institution().code()));
        return ranking.first()
                .filter(first -> ranking.isUnambiguous() && confidence >= model.threshold())
                .map(first -> reasonBuilder.propose(first.candidate()));
    }

    private RoutingAssessment assessment(CandidateRanking ranking, double confidence, Set<String> refusedBy) {
        return new RoutingAssessment(
                ReasonBuilder.rounded(confidence),
                knowledge.ruleBook().version(),
                ReasonBuilder.choices(ranking, model.confidenceModel(), refusedBy, ReasonBuilder.DESK_CHOICES));
    }
}
