package id.pintu.standalone.measuring;

import id.pintu.events.RoutingEvent.Assessment.Choice;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Knowledge;
import id.pintu.routing.decision.Router;
import id.pintu.routing.decision.RoutingDecision.Assign;
import id.pintu.routing.decision.RoutingDecision.AssignSeveral;
import id.pintu.routing.decision.RoutingDecision.Hold;
import id.pintu.routing.decision.School;
import id.pintu.routing.learning.Example;
import id.pintu.standalone.Refusal;
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

/** {@code pintu measure routing}: how often routing agrees with what humans decided. */
@Command(
        name = "routing",
        description = {
            "Route reports somebody else has judged, and tell how often routing agrees.",
            "Without --train only the rules, the registry and the places are used (cold)."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nColumns:%n",
        footer = {
            "  text and institution_code (required), id, title, dataset, fold,",
            "  mentions_institution (1 when the text names its institution).",
            "  The last line is key=value, all on one line."
        })
final class MeasureRouting implements Callable<Integer> {

    private static final int MOST = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "The CSV file to be routed.")
    private Path test = Path.of("");

    @Option(names = "--train", paramLabel = "FILE", description = "A CSV file to learn from first.")
    private @Nullable Path train;

    @Option(
            names = "--fold",
            paramLabel = "N",
            description = "Of the test file only rows of this fold; of the training file only the others.")
    private @Nullable String fold;

    @Option(names = "--html", paramLabel = "FILE", description = "Write what was taken for what to this file.")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        Equivalents equivalents = Equivalents.documented();
        List<JudgedReport> tested = JudgedReports.read(test).stream()
                .filter(each -> fold == null || each.fold().equals(fold))
                .toList();
        if (tested.isEmpty()) {
            throw new Refusal(test + " has no rows of fold " + fold);
        }
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        Router router = router(today);
        List<Answer> answers =
                tested.stream().map(each -> answer(router, each, today)).toList();
        PrintWriter out = spec.commandLine().getOut();
        new Summary(answers, equivalents)
                .print(out, router.experience().learned().examples());
        if (html != null) {
            Files.writeString(html, ConfusionReport.of(answers, equivalents));
            out.println("what was taken for what: " + html);
        }
        out.println(Figures.of(answers, String::equals).pairs("") + " "
                + Figures.of(unnamed(answers), String::equals).pairs("unnamed_") + " "
                + Figures.of(answers, equivalents::right).pairs("equivalent_"));
        out.flush();
        return 0;
    }

    static List<Answer> unnamed(List<Answer> answers) {
        return answers.stream().filter(each -> !each.report().named()).toList();
    }

    private Router router(LocalDate today) {
        Tables tables = new Tables();
        Knowledge knowledge = tables.knowledge();
        if (train == null) {
            return new Router(knowledge, Experience.none());
        }
        List<Example> examples = JudgedReports.read(train).stream()
                .filter(each -> fold == null || !each.fold().equals(fold))
                .map(JudgedReport::example)
                .toList();
        spec.commandLine().getErr().println("learning from " + examples.size() + " decisions …");
        return new Router(knowledge, new School(knowledge, today).of(examples));
    }

    private static Answer answer(Router router, JudgedReport judged, LocalDate today) {
        List<Choice> choices = router.likeliest(judged.example().report(), MOST, today);
        List<String> codes = choices.stream().map(Choice::institution).toList();
        return switch (router.decide(judged.example().report(), Set.of(), today)) {
            case Assign assign -> dispatched(judged, assign, codes);
            case AssignSeveral several -> dispatched(judged, several.parts().getFirst(), codes);
            case Hold hold ->
                new Answer(
                        judged,
                        codes,
                        false,
                        choices.isEmpty() ? 0 : choices.getFirst().confidence());
        };
    }

    private static Answer dispatched(JudgedReport judged, Assign assign, List<String> codes) {
        return new Answer(judged, firstOf(assign.institution().code(), codes), true, confidence(assign));
    }

    private static double confidence(Assign assign) {
        return assign.reason().assessment().map(each -> each.confidence()).orElse(1.0);
    }

    private static List<String> firstOf(String code, List<String> codes) {
        return Stream.concat(Stream.of(code), codes.stream().filter(each -> !each.equals(code)))
                .limit(MOST)
                .toList();
    }
}
