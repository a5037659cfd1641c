package id.pintu.routing.decision;

import id.pintu.routing.learning.Learned;

/**
 * What was learnt from the desk and the institutions, and how far it may be trusted: an immutable value.
 *
 * @param signs how much each of {@link Signs} tells
 * @param certainties how much each sign of certainty tells
 * @param sufficient the confidence from which a report goes to its institution without the desk
 */
public record Experience(Learned learned, double[] signs, double[] certainties, double sufficient) {

    /** Chosen by hand: what is clear goes its way, everything else waits for the desk. */
    private static final double SUFFICIENT_BEFORE_LEARNING = 0.87;

    /** Nobody has decided anything yet: the rules and the registry are all there is. */
    public static Experience none() {
        return new Experience(
                Learned.nothing(),
                Signs.weightsBeforeLearning(),
                Ranking.certaintyBeforeLearning(),
                SUFFICIENT_BEFORE_LEARNING);
    }
}
