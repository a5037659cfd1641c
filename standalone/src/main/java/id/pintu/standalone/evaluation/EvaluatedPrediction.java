package id.pintu.standalone.evaluation;

import java.util.List;

/**
 * What routing said of one judged report.
 *
 * @param likeliest codes, the likeliest first; at most three
 * @param dispatched it went to the first of them without the desk
 */
record EvaluatedPrediction(LabelledReport report, List<String> likeliest, boolean dispatched, double confidence) {

    String first() {
        return likeliest.isEmpty() ? "" : likeliest.getFirst();
    }
}
