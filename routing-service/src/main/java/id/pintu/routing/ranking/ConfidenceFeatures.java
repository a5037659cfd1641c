package id.pintu.routing.ranking;

/** Feature vector for the confidence in the first of a ranking: its gap to the second, and which kinds of evidence agree on it. */
public final class ConfidenceFeatures {

    /** Length of the vector. */
    public static final int WIDTH = 25;

    /** Score of a place that the reporter chose, or that the text names in full. */
    private static final double MIN_STATED_PLACE = 1;

    private static final double MIN_MENTION = 0.5;

    private final boolean learnt;
    private final boolean rule;
    private final boolean mentioned;

    private ConfidenceFeatures(RoutingCandidate first) {
        this.learnt = first.feature(CandidateFeature.LEARNT_BEST) > 0;
        this.rule = first.feature(CandidateFeature.RULE_BEST) > 0;
        this.mentioned =
                first.feature(CandidateFeature.NAMED) > MIN_MENTION || first.feature(CandidateFeature.PLACE_BEST) > 0;
    }

    /** Number of kinds of evidence that support it: the text classifier, the rules, and names and places in the text. */
    static int evidenceKinds(RoutingCandidate first) {
        ConfidenceFeatures features = new ConfidenceFeatures(first);
        return (features.learnt ? 1 : 0) + (features.rule ? 1 : 0) + (features.mentioned ? 1 : 0);
    }

    /** The vector of a ranking that is not empty. */
    public static double[] of(CandidateRanking ranking) {
        RoutingCandidate first = ranking.ranked().getFirst().candidate();
        ConfidenceFeatures features = new ConfidenceFeatures(first);
        double gap = ranking.gap();
        double agreed = evidenceKinds(first) >= 2 ? gap : 0;
        double regional = first.regional() ? 1 : 0;
        // A report with a title came through a form, one without through SMS or chat: the classifier is not equally
        // sure.
        double titled = ranking.titled() ? 1 : 0;
        double learntGap = first.feature(CandidateFeature.LEARNT_GAP);
        return new double[] {
            1,
            gap,
            Math.log1p(gap),
            features.learnt ? 1 : 0,
            features.rule ? 1 : 0,
            Math.min(1, first.feature(CandidateFeature.NAMED)),
            first.feature(CandidateFeature.PLACE_BEST),
            first.feature(CandidateFeature.LIKELY),
            -first.feature(CandidateFeature.SURPRISING),
            first.feature(CandidateFeature.OTHERS_NAMED),
            agreed,
            regional,
            features.rule && first.feature(CandidateFeature.PLACE) >= MIN_STATED_PLACE ? 1 : 0,
            learntGap,
            features.learnt ? learntGap : 0,
            evidenceKinds(first) == 3 ? 1 : 0,
            regional * gap,
            regional == 0 && ranking.hasLikelyPlace() ? 1 : 0,
            titled,
            titled * gap,
            titled * regional,
            titled * regional * gap,
            titled * agreed,
            titled * learntGap,
            featureOfSecond(ranking, CandidateFeature.RULE_BEST)
        };
    }

    private static double featureOfSecond(CandidateRanking ranking, CandidateFeature feature) {
        return ranking.ranked().size() < 2
                ? 0
                : ranking.ranked().get(1).candidate().feature(feature);
    }
}
