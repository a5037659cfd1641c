package id.pintu.routing.ranking;

import id.pintu.routing.learning.ClassScores;

/**
 * Immutable extremes of the text classifier's scores for one report, to which the margin of each institution is compared.
 *
 * @param best the highest margin of an institution
 * @param second the second highest
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

    /** Whether the report is unlike all training examples: then an institution without examples may be meant. */
    boolean unfamiliar() {
        return best < UNFAMILIAR_BELOW;
    }

    double likelihood(double margin) {
        return Math.exp(SHARPNESS * margin) / sum;
    }

    static double surprise(double likelihood) {
        return -Math.log(likelihood + EPSILON);
    }

    /** Whether the label is the code of an institution, not the name of a government level. */
    static boolean isCode(String label) {
        return label.indexOf('.') > 0;
    }
}
