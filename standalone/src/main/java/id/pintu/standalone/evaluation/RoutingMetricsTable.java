package id.pintu.standalone.evaluation;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiPredicate;

/** Text table of routing metrics by data set and in total, first strict, then with equivalent targets. */
record RoutingMetricsTable(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {

    void print(PrintWriter out, int examples) {
        out.printf(
                "%s, %d rows%n",
                examples == 0 ? "cold: rules, registry and places only" : "trained on " + examples + " decisions",
                predictions.size());
        table(out, "strict: the labelled institution only", String::equals);
        out.println();
        out.println("equivalent targets (label, accepted prediction):");
        equivalents
                .pairs()
                .forEach(pair -> out.printf("  %-10s %-12s %s%n", pair.labelled(), pair.accepted(), pair.why()));
        table(out, "with equivalent targets", equivalents::isCorrect);
        out.println();
    }

    private void table(PrintWriter out, String title, BiPredicate<String, String> correct) {
        out.printf(
                "%n%s%n%-34s %6s  %6s  %6s  %6s  %6s  %6s%n",
                title, "", "n", "top1", "top3", "mac-F1", "cover", "prec");
        predictions.stream()
                .map(each -> each.report().dataset())
                .distinct()
                .sorted()
                .forEach(dataset -> {
                    List<EvaluatedPrediction> subset = predictions.stream()
                            .filter(each -> each.report().dataset().equals(dataset))
                            .toList();
                    out.println(RoutingMetrics.of(subset, correct).tableRow(dataset));
                    out.println(RoutingMetrics.of(MeasureRoutingCliCommand.withoutInstitutionMention(subset), correct)
                            .tableRow(dataset + ", not named"));
                });
        out.println(RoutingMetrics.of(predictions, correct).tableRow("all"));
        out.println(RoutingMetrics.of(MeasureRoutingCliCommand.withoutInstitutionMention(predictions), correct)
                .tableRow("all, not named"));
    }
}
