package id.pintu.standalone.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was taken for what, as a page that needs nothing beside itself. It quotes no report. */
final class ConfusionHtmlPage {

    private record ConfusedPair(String label, String predicted) {}

    private ConfusionHtmlPage() {}

    static String of(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>What was taken for what</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
              table { border-collapse: collapse; width: 100%%; margin-bottom: 2rem; }
              th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #ddd; }
              td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
              tr.as-right td { color: #666; }
            </style>
            <h1>What was taken for what</h1>
            <p>%s</p>
            <h2>Wrong doors, the most frequent first</h2>
            <p>Grey ones are in the list of equivalent targets.</p>
            <table>
              <tr><th>in the data</th><th>first answer</th><th class="n">reports</th><th class="n">sent without the desk</th></tr>
            %s</table>
            <h2>Institutions</h2>
            <table>
              <tr><th>institution</th><th class="n">reports</th><th class="n">top-1</th><th class="n">top-3</th><th class="n">sent</th><th class="n">sent right</th></tr>
            %s</table>
            </html>
            """.formatted(
                        RoutingMetrics.of(predictions, String::equals).keyValues(""),
                        mistakeRows(predictions, equivalents),
                        institutionRows(predictions));
    }

    private static String mistakeRows(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        Map<ConfusedPair, List<EvaluatedPrediction>> mistakes = predictions.stream()
                .filter(each -> !each.first().equals(each.report().institution()))
                .collect(Collectors.groupingBy(
                        each -> new ConfusedPair(each.report().institution(), each.first())));
        return mistakes.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<ConfusedPair, List<EvaluatedPrediction>> each) ->
                                -each.getValue().size())
                        .thenComparing(each -> each.getKey().label())
                        .thenComparing(each -> each.getKey().predicted()))
                .map(each -> mistakeRow(each.getKey(), each.getValue(), equivalents))
                .collect(Collectors.joining());
    }

    private static String mistakeRow(
            ConfusedPair mistake, List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        return "  <tr%s><td>%s</td><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%d</td></tr>%n"
                .formatted(
                        equivalents.isCorrect(mistake.label(), mistake.predicted()) ? " class=\"as-right\"" : "",
                        escaped(mistake.label()),
                        mistake.predicted().isEmpty() ? "–" : escaped(mistake.predicted()),
                        predictions.size(),
                        predictions.stream()
                                .filter(EvaluatedPrediction::dispatched)
                                .count());
    }

    private static String institutionRows(List<EvaluatedPrediction> predictions) {
        Map<String, List<EvaluatedPrediction>> byLabel = predictions.stream()
                .collect(Collectors.groupingBy(each -> each.report().institution(), TreeMap::new, Collectors.toList()));
        return byLabel.entrySet().stream()
                .map(each -> institutionRow(each.getKey(), RoutingMetrics.of(each.getValue(), String::equals)))
                .collect(Collectors.joining());
    }

    private static String institutionRow(String code, RoutingMetrics figures) {
        return String.format(
                Locale.ROOT,
                "  <tr><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%.3f</td><td class=\"n\">%.3f</td>"
                        + "<td class=\"n\">%.3f</td><td class=\"n\">%.3f</td></tr>%n",
                escaped(code),
                figures.n(),
                figures.top1(),
                figures.top3(),
                figures.coverage(),
                figures.precision());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
