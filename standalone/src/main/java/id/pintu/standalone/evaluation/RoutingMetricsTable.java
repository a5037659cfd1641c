package id.pintu.standalone.evaluation;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiPredicate;

/** The figures as a table: each set of data for itself, then all; strict, then with the equivalents. */
record RoutingMetricsTable(List<EvaluatedPrediction> predictions, EquivalentTargets equivalents) {

    void print(PrintWriter out, int examples) {
        out.printf(
                "%s, %d rows%n",
                examples == 0 ? "cold: rules, registry and places only" : "trained on " + examples + " decisions",
                predictions.size());
        table(out, "strict: the very institution in the data", String::equals);
        out.println();
        out.println("equivalent targets (label may be answered by):");
        equivalents
                .pairs()
                .forEach(pair -> out.printf("  %-10s %-12s %s%n", pair.labelled(), pair.accepted(), pair.why()));
        table(out, "with the equivalents above", equivalents::isCorrect);
        out.println();
    }

    private void table(PrintWriter out, String title, BiPredicate<String, String> right) {
        out.printf(
                "%n%s%n%-34s %6s  %6s  %6s  %6s  %6s  %6s%n",
                title, "", "n", "top1", "top3", "mac-F1", "cover", "prec");
        predictions.stream()
                .map(each -> each.report().dataset())
                .distinct()
                .sorted()
                .forEach(dataset -> {
                    List<EvaluatedPrediction> of = predictions.stream()
                            .filter(each -> each.report().dataset().equals(dataset))
                            .toList();
                    out.println(RoutingMetrics.of(of, right).tableRow(dataset));
                    out.println(RoutingMetrics.of(MeasureRoutingCliCommand.withoutInstitutionMention(of), right)
                            .tableRow(dataset + ", not named"));
                });
        out.println(RoutingMetrics.of(predictions, right).tableRow("all"));
        out.println(RoutingMetrics.of(MeasureRoutingCliCommand.withoutInstitutionMention(predictions), right)
                .tableRow("all, not named"));
    }
}
