package id.pintu.standalone.evaluation;

import java.util.List;

/**
 * Immutable prediction of routing for one labelled report.
 *
 * @param likeliest institution codes, the likeliest first; at most three
 * @param dispatched whether routing assigned the first of them without the desk
 * @param confidence of the first, from 0 to 1
 */
record EvaluatedPrediction(LabelledReport report, List<String> likeliest, boolean dispatched, double confidence) {

    /** The likeliest institution; empty when there is none. */
    String first() {
        return likeliest.isEmpty() ? "" : likeliest.getFirst();
    }
}
