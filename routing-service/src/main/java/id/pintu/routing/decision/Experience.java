package id.pintu.routing.decision;

import id.pintu.routing.learning.Learned;

/**
 * What was learnt from the desk and the institutions, and how far it may be trusted: an immutable value.
 *
 * @param signs how much each of {@link Signs} tells
 * @param trust how far the likeliest may be trusted
 * @param sufficient the confidence from which a report goes to its institution without the desk
 */
public record Experience(Learned learned, double[] signs, Trust trust, double sufficient) {

    /**
     * Chosen by hand: what is clear by law and place goes its way. From here on 96 % agreed with the dispositions of one
     * public collection and 80 % with those of another, whose desk gave many affairs to other offices than the law does.
     */
    private static final double SUFFICIENT_BEFORE_LEARNING = 0.88;

    /** Nobody has decided anything yet: the rules and the registry are all there is. */
    public static Experience none() {
        return new Experience(
                Learned.nothing(), Signs.weightsBeforeLearning(), Trust.beforeLearning(), SUFFICIENT_BEFORE_LEARNING);
    }
}
