package id.pintu.standalone.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * How well a set of reports was routed.
 *
 * @param top1 share whose first institution was right
 * @param top3 share with the right one among three
 * @param macroF1 mean of the institutions' F1: each counts the same, however rare
 * @param coverage share that went without the desk
 * @param precision share of those that went right; 1 when none went
 */
record RoutingMetrics(int n, double top1, double top3, double macroF1, double coverage, double precision) {

    /**
     * @param right whether an answer is right for a label
     */
    static RoutingMetrics of(List<EvaluatedPrediction> predictions, BiPredicate<String, String> right) {
        long first = predictions.stream()
                .filter(each -> right.test(each.report().institution(), each.first()))
                .count();
        long among = predictions.stream()
                .filter(each -> each.likeliest().stream()
                        .anyMatch(code -> right.test(each.report().institution(), code)))
                .count();
        List<EvaluatedPrediction> went =
                predictions.stream().filter(EvaluatedPrediction::dispatched).toList();
        long wentRight = went.stream()
                .filter(each -> right.test(each.report().institution(), each.first()))
                .count();
        double n = Math.max(1, predictions.size());
        return new RoutingMetrics(
                predictions.size(),
                first / n,
                among / n,
                macroF1(predictions, right),
                went.size() / n,
                went.isEmpty() ? 1 : wentRight / (double) went.size());
    }

    /** Over the institutions in the data; an answer taken for right counts as the institution's own. */
    private static double macroF1(List<EvaluatedPrediction> predictions, BiPredicate<String, String> right) {
        Map<String, int[]> counts = new TreeMap<>();
        for (EvaluatedPrediction prediction : predictions) {
            String label = prediction.report().institution();
            boolean hit = right.test(label, prediction.first());
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
