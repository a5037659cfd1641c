package id.pintu.routing.ranking;

import id.pintu.routing.learning.ClassScores;

/**
 * What the text model says of institutions at its most: against it, each one's margin is seen.
 *
 * @param national the highest of a national institution
 * @param sum of all likelihoods
 */
record ClassScoreBounds(double best, double second, double national, double sum) {

    private static final double SHARPNESS = 4;
    private static final double EPSILON = 0.001;
    private static final double UNFAMILIAR_BELOW = -0.3;

    static ClassScoreBounds of(ClassScores classScores) {
        double best = ClassScores.UNKNOWN_MARGIN;
        double second = ClassScores.UNKNOWN_MARGIN;
        double national = ClassScores.UNKNOWN_MARGIN;
        double sum = EPSILON;
        for (int i = 0; i < classScores.labels().size(); i++) {
            String label = classScores.labels().get(i);
            if (!isCode(label)) {
                continue;
            }
            double margin = classScores.margin(i);
            sum += Math.exp(SHARPNESS * margin);
            second = Math.max(second, Math.min(best, margin));
            best = Math.max(best, margin);
            if (!label.startsWith("D.") && !label.startsWith("P.")) {
                national = Math.max(national, margin);
            }
        }
        return new ClassScoreBounds(best, second, national, sum);
    }

    /** Nothing that was learnt is like it: then an institution nobody has decided for may well be meant. */
    boolean unfamiliar() {
        return best < UNFAMILIAR_BELOW;
    }

    double likelihood(double margin) {
        return Math.exp(SHARPNESS * margin) / sum;
    }

    static double surprise(double likelihood) {
        return -Math.log(likelihood + EPSILON);
    }

    /** An institution's code, not a sphere's name. */
    static boolean isCode(String label) {
        return label.indexOf('.') > 0;
    }
}
