package id.pintu.routing.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The institutions that may be responsible, the likeliest first; of equals the one whose code comes first. */
record Ranking(List<Ranked> ranked) {

    record Ranked(Candidate candidate, double score) {
        String code() {
            return candidate.institution().code();
        }
    }

    /** What the gap to the second says when there is no second. */
    private static final double ALONE = 3;

    private static final double WIDEST = 12;
    /** The place was chosen by the reporter, or is named in full. */
    private static final double STATED = 1;

    private static final double PLAINLY_NAMED = 0.5;

    /** How many signs of certainty there are. */
    static final int CERTAINTIES = 13;

    /** Before anything was learnt: fitted as {@link Signs} were; the last by hand, for those data state no places. */
    private static final double[] BEFORE_LEARNING = {-0.6, 0.5, 0.8, 0, 0.2, 0.2, -0.5, 0, 0, -0.7, -0.1, -0.5, 1.7};

    static Ranking of(List<Candidate> candidates, double[] weights) {
        List<Ranked> ranked = new ArrayList<>();
        candidates.forEach(each -> ranked.add(new Ranked(each, each.score(weights))));
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::code));
        return new Ranking(List.copyOf(ranked));
    }

    static double[] certaintyBeforeLearning() {
        return BEFORE_LEARNING.clone();
    }

    Optional<Ranked> first() {
        return ranked.stream().findFirst();
    }

    Ranking withoutFirst() {
        return new Ranking(ranked.subList(1, ranked.size()));
    }

    /** How likely the first is right, 0 to 1. */
    double confidence(double[] weights) {
        double[] certainties = certainties();
        double score = 0;
        for (int i = 0; i < CERTAINTIES; i++) {
            score += weights[i] * certainties[i];
        }
        return ranked.isEmpty() ? 0 : 1 / (1 + Math.exp(-score));
    }

    /** What tells how sure the first is: the distance to the second, and which kinds of evidence agree on it. */
    double[] certainties() {
        if (ranked.isEmpty()) {
            return new double[CERTAINTIES];
        }
        Candidate first = ranked.getFirst().candidate();
        double gap = Math.min(
                WIDEST,
                ranked.size() == 1
                        ? ALONE
                        : ranked.getFirst().score() - ranked.get(1).score());
        boolean learnt = first.sign(Signs.LEARNT_BEST) > 0;
        boolean rule = first.sign(Signs.RULE_BEST) > 0;
        boolean told = first.sign(Signs.NAMED) > PLAINLY_NAMED || first.sign(Signs.PLACE_BEST) > 0;
        int agreeing = (learnt ? 1 : 0) + (rule ? 1 : 0) + (told ? 1 : 0);
        return new double[] {
            1,
            gap,
            Math.log1p(gap),
            learnt ? 1 : 0,
            rule ? 1 : 0,
            Math.min(1, first.sign(Signs.NAMED)),
            first.sign(Signs.PLACE_BEST),
            first.sign(Signs.LIKELY),
            -first.sign(Signs.SURPRISING),
            first.sign(Signs.OTHERS_NAMED),
            agreeing >= 2 ? gap : 0,
            first.regional() ? 1 : 0,
            rule && first.sign(Signs.PLACE) >= STATED ? 1 : 0
        };
    }
}
