package id.pintu.routing.ranking;

import id.pintu.routing.evidence.InstitutionNameFinder.NamedInstitution;
import id.pintu.routing.evidence.ReportFindings;
import id.pintu.routing.evidence.RuleScores;
import id.pintu.routing.learning.ClassScores;
import id.pintu.routing.learning.InstitutionClassifier;
import id.pintu.routing.places.RegionRanking;
import id.pintu.routing.places.ScoredRegion;
import id.pintu.routing.registry.GovernmentLevel;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.List;

/** Extractor of the features of every candidate of one report. */
public final class CandidateFeatureExtractor {

    private static final double RULE_SCALE = 6;
    private static final double MAX_PLACE_SCORE = 3;

    private final InstitutionRegistry registry;
    private final InstitutionClassifier classifier;
    private final ReportFindings findings;
    private final RuleScores ruleScores;
    private final ClassScores classScores;
    private final ClassScoreBounds bounds;

    public CandidateFeatureExtractor(
            InstitutionRegistry registry,
            InstitutionClassifier classifier,
            ReportFindings findings,
            ClassScores classScores) {
        this.registry = registry;
        this.classifier = classifier;
        this.findings = findings;
        this.ruleScores = new RuleScores(findings.hits());
        this.classScores = classScores;
        this.bounds = ClassScoreBounds.of(classScores);
    }

    public List<RoutingCandidate> candidates() {
        return new CandidateCollector(registry, findings, ruleScores, classScores)
                .collect().stream().map(this::extract).toList();
    }

    private RoutingCandidate extract(RegistryInstitution institution) {
        GovernmentLevel level = registry.governmentLevel(institution);
        boolean neverLearnt = !classScores.isEmpty() && !classScores.contains(institution.code());
        int block = (level == GovernmentLevel.NATIONAL ? 0 : 1) + (neverLearnt ? 2 : 0) + (bounds.unfamiliar() ? 4 : 0);
        RoutingCandidate candidate =
                new RoutingCandidate(institution, block * CandidateFeature.COUNT, new double[CandidateFeature.COUNT]);
        candidate.set(CandidateFeature.BIAS, 1);
        candidate.set(CandidateFeature.PROVINCE, level == GovernmentLevel.PROVINCE);
        candidate.set(CandidateFeature.COMPANY, level == GovernmentLevel.COMPANY);
        addRuleFeatures(candidate, level);
        addNameFeatures(candidate);
        if (level != GovernmentLevel.NATIONAL) {
            addPlaceFeatures(candidate, level);
        }
        if (!classScores.isEmpty()) {
            addModelFeatures(candidate, level);
        }
        return candidate;
    }

    private void addRuleFeatures(RoutingCandidate candidate, GovernmentLevel level) {
        String code = candidate.institution().code();
        double share = Math.max(ruleScores.share(code), ruleScores.share(level.name()));
        double weight = Math.max(ruleScores.weight(code), ruleScores.weight(level.name()));
        candidate.set(CandidateFeature.RULE, Math.log1p(weight / RULE_SCALE));
        candidate.set(CandidateFeature.RULE_SHARE, share);
        candidate.set(CandidateFeature.RULE_BEST, share == 1);
        if (ruleScores.share(RuleScores.PROVINCE) == 1 && ruleScores.weight(RuleScores.PROVINCE) >= RULE_SCALE) {
            candidate.set(CandidateFeature.PROVINCE_AFFAIR, level == GovernmentLevel.PROVINCE);
            candidate.set(CandidateFeature.NOT_LOCAL, level == GovernmentLevel.LOCAL ? 1 - share : 0);
        }
    }

    private void addNameFeatures(RoutingCandidate candidate) {
        NamedInstitution named = findings.named().get(candidate.institution().code());
        double strength = named == null ? 0 : named.strength();
        double others = findings.named().values().stream()
                .filter(other -> !other.institution().equals(candidate.institution()))
                .mapToDouble(NamedInstitution::strength)
                .max()
                .orElse(0);
        candidate.set(CandidateFeature.NAMED, strength);
        candidate.set(CandidateFeature.NAMED_ALONE, strength > 0.5 && others < 0.3);
        candidate.set(CandidateFeature.OTHERS_NAMED, others);
        candidate.set(
                CandidateFeature.ABOVE_NAMED,
                findings.named().values().stream()
                        .anyMatch(other -> other.institution()
                                .entry()
                                .parent()
                                .filter(candidate.institution().code()::equals)
                                .isPresent()));
    }

    private void addPlaceFeatures(RoutingCandidate candidate, GovernmentLevel level) {
        RegionRanking places = findings.places();
        List<ScoredRegion> located = level == GovernmentLevel.PROVINCE ? places.provinces() : places.regencies();
        double score = candidate
                .institution()
                .regionCode()
                .map(code -> placeScore(code, level))
                .orElse(0.0);
        double sum = located.stream().mapToDouble(ScoredRegion::score).sum();
        double highest = located.isEmpty() ? 0 : located.getFirst().score();
        candidate.set(CandidateFeature.PLACE, Math.min(score, MAX_PLACE_SCORE));
        candidate.set(CandidateFeature.PLACE_SHARE, sum == 0 ? 0 : Math.min(1, score / sum));
        candidate.set(CandidateFeature.PLACE_BEST, score > 0 && score >= highest);
        candidate.set(CandidateFeature.PLACE_UNKNOWN, located.isEmpty());
    }

    /** A province that is itself the local government (Jakarta) is also meant by any of its parts. */
    private double placeScore(String region, GovernmentLevel level) {
        double itself = findings.places().score(region);
        if (region.length() > 2 || level == GovernmentLevel.PROVINCE) {
            return itself;
        }
        double parts = findings.places().regencies().stream()
                .filter(each -> each.region().provinceCode().equals(region))
                .mapToDouble(ScoredRegion::score)
                .sum();
        return Math.max(itself, parts);
    }

    private void addModelFeatures(RoutingCandidate candidate, GovernmentLevel level) {
        String code = candidate.institution().code();
        double margin = classScores.margin(code);
        double levelMargin = classScores.margin(level.name());
        boolean best = margin == bounds.best();
        double likelihood = bounds.likelihood(margin);
        candidate.set(CandidateFeature.LEARNT, margin);
        candidate.set(CandidateFeature.LEARNT_GAP, margin - (best ? bounds.second() : bounds.best()));
        candidate.set(CandidateFeature.LEARNT_BEST, best);
        candidate.set(CandidateFeature.LEARNT_LEVEL, levelMargin);
        candidate.set(
                CandidateFeature.LEARNT_LEVEL_GAP,
                level == GovernmentLevel.NATIONAL ? 0 : levelMargin - bounds.national());
        candidate.set(CandidateFeature.NEVER_SEEN, !classScores.contains(code));
        candidate.set(CandidateFeature.RULE_AND_LEARNT, best && candidate.feature(CandidateFeature.RULE_BEST) == 1);
        candidate.set(CandidateFeature.NAMED_AND_LEARNT, best ? candidate.feature(CandidateFeature.NAMED) : 0);
        candidate.set(
                CandidateFeature.PLACE_AND_LEVEL,
                candidate.feature(CandidateFeature.PLACE_SHARE) * Math.max(0, levelMargin + 1));
        candidate.set(CandidateFeature.SEEN, Math.log1p(classifier.exampleCountOf(code)));
        candidate.set(CandidateFeature.LIKELY, likelihood);
        candidate.set(CandidateFeature.SURPRISING, ClassScoreBounds.surprise(likelihood));
    }
}
