package id.pintu.routing.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Immutable ranking of the candidates of one report, the likeliest first; ties are ordered by code.
 *
 * @param titled whether the report has a title
 */
public record CandidateRanking(List<RankedCandidate> ranked, boolean titled) {

    public record RankedCandidate(RoutingCandidate candidate, double score) {
        public String code() {
            return candidate.institution().code();
        }
    }

    /** Gap to the second when there is no second. */
    private static final double GAP_WHEN_ALONE = 3;

    private static final double[] DEFAULT_WEIGHTS = CandidateFeature.defaultWeights();
    private static final double MAX_GAP = 12;
    private static final double MIN_PLACE_SCORE = 0.5;

    /** Kinds of evidence that must support the first for an assignment without the desk. */
    private static final int MIN_AGREEING_KINDS = 2;

    public static CandidateRanking of(List<RoutingCandidate> candidates, boolean titled, double[] weights) {
        List<RankedCandidate> ranked = new ArrayList<>();
        candidates.forEach(each -> ranked.add(new RankedCandidate(each, each.score(weights))));
        ranked.sort(
                Comparator.comparingDouble(RankedCandidate::score).reversed().thenComparing(RankedCandidate::code));
        return new CandidateRanking(List.copyOf(ranked), titled);
    }

    public Optional<RankedCandidate> first() {
        return ranked.stream().findFirst();
    }

    public CandidateRanking withoutFirst() {
        return new CandidateRanking(ranked.subList(1, ranked.size()), titled);
    }

    /** Whether independent kinds of evidence agree on the first; a single one, however strong, misleads when times change. */
    public boolean evidenceAgrees() {
        return !ranked.isEmpty()
                && ConfidenceFeatures.evidenceKinds(ranked.getFirst().candidate()) >= MIN_AGREEING_KINDS;
    }

    /**
     * The candidate that the default weights put first, if it has no training examples and the learned weights put another one
     * first. History does not cover a new ministry.
     */
    public Optional<RoutingCandidate> newcomer() {
        return ranked.stream()
                .map(RankedCandidate::candidate)
                .max(Comparator.comparingDouble(candidate -> candidate.score(DEFAULT_WEIGHTS)))
                .filter(RoutingCandidate::neverLearnt)
                .filter(newcomer -> !newcomer.equals(ranked.getFirst().candidate()));
    }

    /** Whether the first may be assigned without the desk, given enough confidence. */
    public boolean isUnambiguous() {
        return evidenceAgrees() && newcomer().isEmpty();
    }

    /** By how much the first is ahead of the second. */
    public double gap() {
        return Math.min(
                MAX_GAP,
                ranked.size() == 1
                        ? GAP_WHEN_ALONE
                        : ranked.getFirst().score() - ranked.get(1).score());
    }

    /** Whether a place is named clearly enough that a local government may be meant. */
    boolean hasLikelyPlace() {
        return ranked.stream().anyMatch(each -> each.candidate().feature(CandidateFeature.PLACE) > MIN_PLACE_SCORE);
    }
}
