package id.pintu.routing.ranking;

/** What tells how sure the first of a ranking is: its distance to the second, and which kinds of evidence agree on it. */
public final class ConfidenceFeatures {

    /** How many numbers there are. */
    public static final int WIDTH = 25;

    /** The place was chosen by the reporter, or is named in full. */
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

    /** How many kinds of evidence speak for it: the text model, the rules, and what the text itself names. */
    static int evidenceKinds(RoutingCandidate first) {
        ConfidenceFeatures features = new ConfidenceFeatures(first);
        return (features.learnt ? 1 : 0) + (features.rule ? 1 : 0) + (features.mentioned ? 1 : 0);
    }

    /** Of a ranking that is not empty. */
    public static double[] of(CandidateRanking ranking) {
        RoutingCandidate first = ranking.ranked().getFirst().candidate();
        ConfidenceFeatures features = new ConfidenceFeatures(first);
        double gap = ranking.gap();
        double agreed = evidenceKinds(first) >= 2 ? gap : 0;
        double regional = first.regional() ? 1 : 0;
        // A report with a title came by a form, one without by SMS or chat: the text model is not as sure of both.
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
