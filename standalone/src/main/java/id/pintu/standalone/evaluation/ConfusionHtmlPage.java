package id.pintu.standalone.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Static renderer of the confusion table as a self-contained HTML page. It contains no text of any report. */
final class ConfusionHtmlPage {

    private record ConfusedPair(String label, String predicted) {}

    private ConfusionHtmlPage() {}

    static String of(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Routing confusions</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
              table { border-collapse: collapse; width: 100%%; margin-bottom: 2rem; }
              th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #ddd; }
              td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
              tr.equivalent td { color: #666; }
            </style>
            <h1>Routing confusions</h1>
            <p>%s</p>
            <h2>Confused institutions, the most frequent first</h2>
            <p>Grey rows are in the list of equivalent targets.</p>
            <table>
              <tr><th>label</th><th>first prediction</th><th class="n">reports</th><th class="n">routed without the desk</th></tr>
            %s</table>
            <h2>Institutions</h2>
            <table>
              <tr><th>institution</th><th class="n">reports</th><th class="n">top-1</th><th class="n">top-3</th><th class="n">coverage</th><th class="n">precision</th></tr>
            %s</table>
            </html>
            """.formatted(
                        RoutingMetrics.of(predictions, String::equals).keyValues(""),
                        confusionRows(predictions, equivalents),
                        institutionRows(predictions));
    }

    private static String confusionRows(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        Map<ConfusedPair, List<EvaluatedPrediction>> confusions = predictions.stream()
                .filter(each -> !each.first().equals(each.report().institution()))
                .collect(Collectors.groupingBy(
                        each -> new ConfusedPair(each.report().institution(), each.first())));
        return confusions.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<ConfusedPair, List<EvaluatedPrediction>> each) ->
                                -each.getValue().size())
                        .thenComparing(each -> each.getKey().label())
                        .thenComparing(each -> each.getKey().predicted()))
                .map(each -> confusionRow(each.getKey(), each.getValue(), equivalents))
                .collect(Collectors.joining());
    }

    private static String confusionRow(
            ConfusedPair pair, List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {
        return "  <tr%s><td>%s</td><td>%s</td><td class=\"n\">%d</td><td class=\"n\">%d</td></tr>%n"
                .formatted(
                        equivalents.isCorrect(pair.label(), pair.predicted()) ? " class=\"equivalent\"" : "",
                        HtmlUtils.htmlEscape(pair.label()),
                        pair.predicted().isEmpty() ? "–" : HtmlUtils.htmlEscape(pair.predicted()),
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
                HtmlUtils.htmlEscape(code),
                figures.n(),
                figures.top1(),
                figures.top3(),
                figures.coverage(),
                figures.precision());
    }
}
