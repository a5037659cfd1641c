package id.pintu.standalone.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Immutable quality metrics of a set of predictions.
 *
 * @param n number of reports
 * @param top1 share whose first prediction is correct
 * @param top3 share with a correct one among three predictions
 * @param macroF1 mean of the institutions' F1 scores, unweighted
 * @param coverage share routed without the desk
 * @param precision share of correct ones among those routed without the desk; 1 when there are none
 */
record RoutingMetrics(int n, double top1, double top3, double macroF1, double coverage, double precision) {

    /**
     * Computes the metrics.
     *
     * @param correct tests a label and a predicted institution
     */
    static RoutingMetrics of(List<EvaluatedPrediction> predictions, BiPredicate<String, String> correct) {
        long first = predictions.stream()
                .filter(each -> correct.test(each.report().institution(), each.first()))
                .count();
        long among = predictions.stream()
                .filter(each -> each.likeliest().stream()
                        .anyMatch(code -> correct.test(each.report().institution(), code)))
                .count();
        List<EvaluatedPrediction> dispatched =
                predictions.stream().filter(EvaluatedPrediction::dispatched).toList();
        long dispatchedCorrectly = dispatched.stream()
                .filter(each -> correct.test(each.report().institution(), each.first()))
                .count();
        double n = Math.max(1, predictions.size());
        return new RoutingMetrics(
                predictions.size(),
                first / n,
                among / n,
                macroF1(predictions, correct),
                dispatched.size() / n,
                dispatched.isEmpty() ? 1 : dispatchedCorrectly / (double) dispatched.size());
    }

    /** Over the institutions among the labels; a prediction that is correct counts as the label. */
    private static double macroF1(List<EvaluatedPrediction> predictions, BiPredicate<String, String> correct) {
        Map<String, int[]> counts = new TreeMap<>();
        for (EvaluatedPrediction prediction : predictions) {
            String label = prediction.report().institution();
            boolean hit = correct.test(label, prediction.first());
            counts.computeIfAbsent(label, key -> new int[3])[0] += hit ? 1 : 0;
            counts.computeIfAbsent(label, key -> new int[3])[1]++;
            counts.computeIfAbsent(hit ? label : prediction.first(), key -> new int[3])[2]++;
        }
        return counts.values().stream()
                .filter(count -> count[1] > 0)
                .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
                .average()
                .orElse(0);
    }

    /** The metrics as a row of {@link RoutingMetricsTable}. */
    String tableRow(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %6d  %.4f  %.4f  %.4f  %.4f  %.4f",
                name,
                n,
                top1,
                top3,
                macroF1,
                coverage,
                precision);
    }

    /** The metrics as {@code key=value} pairs. */
    String keyValues(String prefix) {
        return String.format(
                Locale.ROOT,
                "%sn=%d %stop1=%.4f %stop3=%.4f %smacroF1=%.4f %scoverage=%.4f %sprecision=%.4f",
                prefix,
                n,
                prefix,
                top1,
                prefix,
                top3,
                prefix,
                macroF1,
                prefix,
                coverage,
                prefix,
                precision);
    }
}
