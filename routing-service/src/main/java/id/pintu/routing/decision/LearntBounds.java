package id.pintu.routing.decision;

import id.pintu.routing.learning.Opinion;

/**
 * What the text model says of institutions at its most: against it, each one's margin is seen.
 *
 * @param national the highest of a national institution
 * @param sum of all likelihoods
 */
record LearntBounds(double best, double second, double national, double sum) {

    private static final double SHARPNESS = 4;
    private static final double LEAST = 0.001;
    private static final double UNFAMILIAR = -0.3;

    static LearntBounds of(Opinion opinion) {
        double best = Opinion.UNKNOWN;
        double second = Opinion.UNKNOWN;
        double national = Opinion.UNKNOWN;
        double sum = LEAST;
        for (int i = 0; i < opinion.labels().size(); i++) {
            String label = opinion.labels().get(i);
            if (!isCode(label)) {
                continue;
            }
            double margin = opinion.margin(i);
            sum += Math.exp(SHARPNESS * margin);
            second = Math.max(second, Math.min(best, margin));
            best = Math.max(best, margin);
            if (!label.startsWith("D.") && !label.startsWith("P.")) {
                national = Math.max(national, margin);
            }
        }
        return new LearntBounds(best, second, national, sum);
    }

    /** Nothing that was learnt is like it: then an institution nobody has decided for may well be meant. */
    boolean unfamiliar() {
        return best < UNFAMILIAR;
    }

    double likelihood(double margin) {
        return Math.exp(SHARPNESS * margin) / sum;
    }

    static double surprise(double likelihood) {
        return -Math.log(likelihood + LEAST);
    }

    /** An institution's code, not a sphere's name. */
    static boolean isCode(String label) {
        return label.indexOf('.') > 0;
    }
}
