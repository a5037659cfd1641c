package id.pintu.routing.decision;

import id.pintu.events.ReasonFact;
import id.pintu.events.ReasonFactName;
import id.pintu.events.RoutingEvent.RoutingAssessment;
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.RoutingReason;
import id.pintu.routing.calibration.ConfidenceModel;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.evidence.RuleScores;
import id.pintu.routing.places.NearestLandmark;
import id.pintu.routing.ranking.CandidateFeature;
import id.pintu.routing.ranking.CandidateRanking;
import id.pintu.routing.ranking.RoutingCandidate;
import id.pintu.routing.registry.GovernmentLevel;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.rules.RuleMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mutable builder of the reason for one decision: collects facts while the router decides. */
final class ReasonBuilder {

    static final int DESK_CHOICES = 3;

    private static final int MAX_WORDS = 6;

    private final ReportFindings findings;
    private final CandidateRanking ranking;
    private final ConfidenceModel confidenceModel;
    private final String ruleBookVersion;
    private final List<ReasonFact> facts = new ArrayList<>();

    ReasonBuilder(
            ReportFindings findings,
            CandidateRanking ranking,
            ConfidenceModel confidenceModel,
            String ruleBookVersion) {
        this.findings = findings;
        this.ranking = ranking;
        this.confidenceModel = confidenceModel;
        this.ruleBookVersion = ruleBookVersion;
    }

    void add(ReasonFactName name, Object value) {
        add(ReasonFact.of(name, value));
    }

    void add(ReasonFact fact) {
        if (!facts.contains(fact)) {
            facts.add(fact);
        }
    }

    /** Proposes the first of the ranking, under the name of the strongest rule that points to it, if any. */
    AssignmentProposal propose(RoutingCandidate first) {
        Optional<RuleMatch> rule = matchingRule(first);
        return new AssignmentProposal(
                rule.map(hit -> hit.rule().name()).orElse(RoutingReason.WEIGHED),
                first.institution(),
                rule.flatMap(hit -> hit.rule().affair().unit()),
                this);
    }

    RoutingReason assignedReason(String rule, RegistryInstitution institution, double confidence) {
        return new RoutingReason(
                rule, allFacts(placeFacts(), ruleFacts(rule)), Optional.of(assess(institution, confidence)));
    }

    RoutingReason heldReason(RoutingAssessment assessment) {
        Optional<RuleMatch> strongest = findings.hits().stream().max(Comparator.comparingDouble(RuleMatch::weight));
        Stream<ReasonFact> subject = strongest
                .map(ReasonBuilder::ruleFacts)
                .orElseGet(() -> Stream.of(ReasonFact.of(ReasonFactName.TOPIC, ReasonFact.UNKNOWN)));
        return new RoutingReason(RoutingReason.NATIONAL_DESK, allFacts(placeFacts(), subject), Optional.of(assessment));
    }

    /** The facts of one assignment; each of several assignments has a law of its own. */
    private List<ReasonFact> allFacts(Stream<ReasonFact> placeFacts, Stream<ReasonFact> ruleFacts) {
        return Stream.of(facts.stream(), placeFacts, ruleFacts)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private RoutingAssessment assess(RegistryInstitution chosen, double confidence) {
        return new RoutingAssessment(
                rounded(confidence),
                ruleBookVersion,
                choices(ranking, confidenceModel, Set.of(chosen.code()), 1 - confidence, DESK_CHOICES - 1));
    }

    /** The likeliest institutions, each with a share of the likelihood that those before it leave. */
    static List<InstitutionLikelihood> choices(
            CandidateRanking ranking, ConfidenceModel confidenceModel, Set<String> without, int limit) {
        return choices(ranking, confidenceModel, without, 1, limit);
    }

    /**
     * @param likelihood of all of them together, 0 to 1
     */
    private static List<InstitutionLikelihood> choices(
            CandidateRanking ranking,
            ConfidenceModel confidenceModel,
            Set<String> without,
            double likelihood,
            int limit) {
        List<InstitutionLikelihood> choices = new ArrayList<>();
        double open = likelihood;
        double before = likelihood;
        CandidateRanking remaining = ranking;
        while (choices.size() < limit && remaining.first().isPresent()) {
            RegistryInstitution first =
                    remaining.first().orElseThrow().candidate().institution();
            if (!without.contains(first.code())) {
                double share = Math.min(before, open * confidenceModel.confidence(remaining));
                choices.add(new InstitutionLikelihood(first.code(), first.name(), rounded(share)));
                open -= share;
                before = share;
            }
            remaining = remaining.withoutFirst();
        }
        return choices;
    }

    static double rounded(double confidence) {
        return Math.round(confidence * 1_000) / 1_000.0;
    }

    private Stream<ReasonFact> placeFacts() {
        Stream<ReasonFact> placeFacts = findings.places()
                .likeliest()
                .map(located -> Stream.of(
                        ReasonFact.of(ReasonFactName.PLACE, located.region().code()),
                        ReasonFact.of(
                                ReasonFactName.PLACE_NAME, located.region().name()),
                        ReasonFact.of(ReasonFactName.PLACE_WORDS, String.join(",", located.evidence()))))
                .orElseGet(() -> Stream.of(ReasonFact.of(ReasonFactName.PLACE, ReasonFact.UNKNOWN)));
        return Stream.concat(
                placeFacts, findings.places().nearestLandmark().stream().flatMap(this::pointFacts));
    }

    /** Facts about the point on the map, if it supports the place that was found or was ignored. */
    private Stream<ReasonFact> pointFacts(NearestLandmark nearest) {
        ReasonFact distance = ReasonFact.of(ReasonFactName.POINT_KM, Math.round(nearest.kilometres()));
        if (!nearest.isPlausible()) {
            return Stream.of(ReasonFact.of(ReasonFactName.POINT, ReasonFact.IGNORED), distance);
        }
        return findings.places()
                .likeliest()
                .filter(located ->
                        located.region().code().equals(nearest.landmark().region()))
                .map(same -> Stream.of(
                        ReasonFact.of(
                                ReasonFactName.POINT_NEAR, nearest.landmark().name()),
                        distance))
                .orElseGet(Stream::of);
    }

    private Stream<ReasonFact> ruleFacts(String rule) {
        return findings.hits().stream()
                .filter(hit -> hit.rule().name().equals(rule))
                .findFirst()
                .map(ReasonBuilder::ruleFacts)
                .orElseGet(Stream::of);
    }

    private static Stream<ReasonFact> ruleFacts(RuleMatch hit) {
        return Stream.of(
                ReasonFact.of(ReasonFactName.TOPIC, hit.rule().affair().title()),
                ReasonFact.of(
                        ReasonFactName.WORDS,
                        String.join(",", hit.words().stream().limit(MAX_WORDS).toList())),
                ReasonFact.of(ReasonFactName.LAW, hit.rule().affair().legalBasis()));
    }

    private Optional<RuleMatch> matchingRule(RoutingCandidate candidate) {
        String code = candidate.institution().code();
        String levelName = levelName(candidate);
        return findings.hits().stream()
                .filter(hit -> {
                    String key = RuleScores.keyOf(hit.rule().affair());
                    return key.equals(code) || key.equals(levelName);
                })
                .max(Comparator.comparingDouble(RuleMatch::weight));
    }

    private static String levelName(RoutingCandidate candidate) {
        if (!candidate.regional()) {
            return GovernmentLevel.NATIONAL.name();
        }
        boolean company = candidate.feature(CandidateFeature.COMPANY) == 1;
        boolean province = candidate.feature(CandidateFeature.PROVINCE) == 1;
        return (company ? GovernmentLevel.COMPANY : province ? GovernmentLevel.PROVINCE : GovernmentLevel.LOCAL).name();
    }
}
