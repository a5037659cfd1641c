package id.pintu.standalone.evaluation;

import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.calibration.RoutingModelTrainer;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignToSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.learning.TrainingExample;
import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu measure routing}: accuracy, coverage and precision of routing on labelled reports. */
@Command(
        name = "routing",
        description = {
            "Route labelled reports, and count how often routing agrees with the label.",
            "Without --train, routing uses only rules, registry and places (cold)."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nColumns:%n",
        footer = {
            "  text and institution_code (required), id, title, dataset, fold,",
            "  mentions_institution (1 when the text names its institution).",
            "  The last line of the output is key=value pairs, for programs."
        })
final class MeasureRoutingCliCommand implements Callable<Integer> {

    private static final int TOP_CHOICES = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "CSV file of reports to route.")
    private Path test = Path.of("");

    @Option(names = "--train", paramLabel = "FILE", description = "CSV file of reports to train on.")
    private @Nullable Path train;

    @Option(
            names = "--fold",
            paramLabel = "N",
            description = "Test on the rows of this fold only, and train on the others.")
    private @Nullable String fold;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the confusion table to this file.")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        EquivalentTargets equivalents = EquivalentTargets.bundled();
        List<LabelledReport> tested = LabelledReportReader.read(test).stream()
                .filter(each -> fold == null || each.fold().equals(fold))
                .toList();
        if (tested.isEmpty()) {
            throw new CommandLineException(test + " has no rows of fold " + fold);
        }
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        ComplaintRouter router = router(today);
        List<EvaluatedPrediction> predictions =
                tested.stream().map(each -> predict(router, each, today)).toList();
        PrintWriter out = spec.commandLine().getOut();
        new RoutingMetricsTable(predictions, equivalents)
                .print(out, router.model().classifier().exampleCount());
        if (html != null) {
            Files.writeString(html, ConfusionHtmlPage.of(predictions, equivalents));
            out.println("confusion table: " + html);
        }
        out.println(RoutingMetrics.of(predictions, String::equals).keyValues("") + " "
                + RoutingMetrics.of(withoutInstitutionMention(predictions), String::equals)
                        .keyValues("unnamed_") + " "
                + RoutingMetrics.of(predictions, equivalents::isCorrect).keyValues("equivalent_"));
        out.flush();
        return 0;
    }

    static List<EvaluatedPrediction> withoutInstitutionMention(List<EvaluatedPrediction> predictions) {
        return predictions.stream()
                .filter(each -> !each.report().mentionsInstitution())
                .toList();
    }

    private ComplaintRouter router(LocalDate today) {
        BundledTablesLoader tables = new BundledTablesLoader();
        RoutingKnowledge knowledge = tables.knowledge();
        if (train == null) {
            return new ComplaintRouter(knowledge, LearnedRoutingModel.untrained());
        }
        List<TrainingExample> examples = LabelledReportReader.read(train).stream()
                .filter(each -> fold == null || !each.fold().equals(fold))
                .map(LabelledReport::example)
                .toList();
        spec.commandLine().getErr().println("training on " + examples.size() + " decisions …");
        return new ComplaintRouter(knowledge, new RoutingModelTrainer(knowledge, today).train(examples));
    }

    private static EvaluatedPrediction predict(ComplaintRouter router, LabelledReport labelled, LocalDate today) {
        List<InstitutionLikelihood> choices =
                router.likeliest(labelled.example().report(), TOP_CHOICES, today);
        List<String> codes =
                choices.stream().map(InstitutionLikelihood::institution).toList();
        return switch (router.decide(labelled.example().report(), Set.of(), today)) {
            case Assign assign -> dispatched(labelled, assign, codes);
            case AssignToSeveral several -> dispatched(labelled, several.parts().getFirst(), codes);
            case Hold hold ->
                new EvaluatedPrediction(
                        labelled,
                        codes,
                        false,
                        choices.isEmpty() ? 0 : choices.getFirst().confidence());
        };
    }

    private static EvaluatedPrediction dispatched(LabelledReport labelled, Assign assign, List<String> codes) {
        return new EvaluatedPrediction(labelled, firstOf(assign.institution().code(), codes), true, confidence(assign));
    }

    private static double confidence(Assign assign) {
        return assign.reason().assessment().map(each -> each.confidence()).orElse(1.0);
    }

    private static List<String> firstOf(String code, List<String> codes) {
        return Stream.concat(Stream.of(code), codes.stream().filter(each -> !each.equals(code)))
                .limit(TOP_CHOICES)
                .toList();
    }
}
