package id.pintu.routing.decision;

/** What tells how sure the first of a ranking is: its distance to the second, and which kinds of evidence agree on it. */
final class Evidence {

    /** How many numbers there are. */
    static final int WIDTH = 25;

    /** The place was chosen by the reporter, or is named in full. */
    private static final double STATED = 1;

    private static final double TOLD = 0.5;

    private final boolean learnt;
    private final boolean rule;
    private final boolean told;

    private Evidence(Candidate first) {
        this.learnt = first.sign(Signs.LEARNT_BEST) > 0;
        this.rule = first.sign(Signs.RULE_BEST) > 0;
        this.told = first.sign(Signs.NAMED) > TOLD || first.sign(Signs.PLACE_BEST) > 0;
    }

    /** How many kinds of evidence speak for it: the text model, the rules, and what the text itself names. */
    static int kinds(Candidate first) {
        Evidence evidence = new Evidence(first);
        return (evidence.learnt ? 1 : 0) + (evidence.rule ? 1 : 0) + (evidence.told ? 1 : 0);
    }

    /** Of a ranking that is not empty. */
    static double[] of(Ranking ranking) {
        Candidate first = ranking.ranked().getFirst().candidate();
        Evidence evidence = new Evidence(first);
        double gap = ranking.gap();
        double agreed = kinds(first) >= 2 ? gap : 0;
        double regional = first.regional() ? 1 : 0;
        // A report with a title came by a form, one without by SMS or chat: the text model is not as sure of both.
        double titled = ranking.titled() ? 1 : 0;
        double learntGap = first.sign(Signs.LEARNT_GAP);
        return new double[] {
            1,
            gap,
            Math.log1p(gap),
            evidence.learnt ? 1 : 0,
            evidence.rule ? 1 : 0,
            Math.min(1, first.sign(Signs.NAMED)),
            first.sign(Signs.PLACE_BEST),
            first.sign(Signs.LIKELY),
            -first.sign(Signs.SURPRISING),
            first.sign(Signs.OTHERS_NAMED),
            agreed,
            regional,
            evidence.rule && first.sign(Signs.PLACE) >= STATED ? 1 : 0,
            learntGap,
            evidence.learnt ? learntGap : 0,
            kinds(first) == 3 ? 1 : 0,
            regional * gap,
            regional == 0 && ranking.placed() ? 1 : 0,
            titled,
            titled * gap,
            titled * regional,
            titled * regional * gap,
            titled * agreed,
            titled * learntGap,
            second(ranking, Signs.RULE_BEST)
        };
    }

    private static double second(Ranking ranking, Signs sign) {
        return ranking.ranked().size() < 2
                ? 0
                : ranking.ranked().get(1).candidate().sign(sign);
    }
}
