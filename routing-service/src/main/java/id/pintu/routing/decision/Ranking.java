package id.pintu.routing.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The institutions that may be responsible, the likeliest first; of equals the one whose code comes first.
 *
 * @param titled whether the report has a title
 */
record Ranking(List<Ranked> ranked, boolean titled) {

    record Ranked(Candidate candidate, double score) {
        String code() {
            return candidate.institution().code();
        }
    }

    /** What the gap to the second says when there is no second. */
    private static final double ALONE = 3;

    private static final double[] BEFORE_LEARNING = Signs.weightsBeforeLearning();
    private static final double WIDEST = 12;
    private static final double PLAINLY = 0.5;

    /** So many kinds of evidence have to speak for the first before it is taken without asking anybody. */
    private static final int AGREEING = 2;

    static Ranking of(List<Candidate> candidates, boolean titled, double[] weights) {
        List<Ranked> ranked = new ArrayList<>();
        candidates.forEach(each -> ranked.add(new Ranked(each, each.score(weights))));
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::code));
        return new Ranking(List.copyOf(ranked), titled);
    }

    Optional<Ranked> first() {
        return ranked.stream().findFirst();
    }

    Ranking withoutFirst() {
        return new Ranking(ranked.subList(1, ranked.size()), titled);
    }

    /** Independent evidence agrees on the first: a single score, however high, misleads when times change. */
    boolean agrees() {
        return !ranked.isEmpty() && Evidence.kinds(ranked.getFirst().candidate()) >= AGREEING;
    }

    /**
     * Whom the rules and the text itself point to, when nobody has decided for it yet and only what was learnt of others
     * puts another one first. History cannot know a ministry that is new.
     */
    Optional<Candidate> newcomer() {
        return ranked.stream()
                .map(Ranked::candidate)
                .max(Comparator.comparingDouble(candidate -> candidate.score(BEFORE_LEARNING)))
                .filter(Candidate::neverLearnt)
                .filter(newcomer -> !newcomer.equals(ranked.getFirst().candidate()));
    }

    /** Nothing but doubt speaks against taking the first without asking anybody. */
    boolean needsNobody() {
        return agrees() && newcomer().isEmpty();
    }

    /** By how much the first is ahead of the second. */
    double gap() {
        return Math.min(
                WIDEST,
                ranked.size() == 1
                        ? ALONE
                        : ranked.getFirst().score() - ranked.get(1).score());
    }

    /** A place is told plainly enough that a local government may be meant. */
    boolean placed() {
        return ranked.stream().anyMatch(each -> each.candidate().sign(Signs.PLACE) > PLAINLY);
    }
}
