package id.pintu.standalone.evaluation;

import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.evidence.ReportAnalyzer;
import id.pintu.routing.evidence.RoutingKnowledge;
import id.pintu.routing.registry.RegistryInstitution;
import id.pintu.routing.units.UnitDirectory;
import id.pintu.routing.units.UnitDisposition;
import id.pintu.routing.units.UnitModel;
import id.pintu.routing.units.UnitSuggester;
import id.pintu.routing.units.UnitSuggestion;
import id.pintu.standalone.CommandLineException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu measure units}: accuracy of the suggested units on one institution's own dispositions. */
@Command(
        name = "units",
        description = {
            "Suggest units for the reports of one institution, and count how often its own disposition is among them:",
            "cold (registry, usual units and rules alone) and warm (learnt from its dispositions in other folds)."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nColumns:%n",
        footer = {
            "  text, institution_code, unit and fold (required), id, title.",
            "  Frequent units have 20 rows or more in the file. The last line is key=value pairs, for programs."
        })
final class MeasureUnitsCliCommand implements Callable<Integer> {

    private static final int TOP_CHOICES = 3;
    private static final int FREQUENT = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV file of dispositions.")
    private Path data = Path.of("");

    @Option(
            names = "--train",
            paramLabel = "FOLDS",
            defaultValue = "0-3",
            description = "Folds to learn from: 2, or 0-3. Default: ${DEFAULT-VALUE}.")
    private String train = "";

    @Option(
            names = "--test",
            paramLabel = "FOLDS",
            defaultValue = "4",
            description = "Folds to test on. Default: ${DEFAULT-VALUE}.")
    private String test = "";

    /** Share of the tested reports whose unit is the first suggestion, and is among three. */
    private record UnitAccuracy(String name, long n, double top1, double top3) {

        String row() {
            return String.format(Locale.ROOT, "%-28s %6d  %.4f  %.4f", name.replace('_', ' '), n, top1, top3);
        }

        String keyValues() {
            return String.format(Locale.ROOT, "%s_n=%d %s_top1=%.4f %s_top3=%.4f", name, n, name, top1, name, top3);
        }
    }

    @Override
    public Integer call() {
        List<LabelledReport> all = LabelledReportReader.read(data);
        List<LabelledReport> trained = inFolds(all, train);
        List<LabelledReport> tested = inFolds(all, test);
        Map<String, Long> counts =
                all.stream().collect(Collectors.groupingBy(LabelledReport::unit, Collectors.counting()));
        RoutingKnowledge knowledge = new BundledTablesLoader().knowledge();
        RegistryInstitution institution = institution(knowledge, all);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        ReportAnalyzer analyzer = new ReportAnalyzer(knowledge);
        UnitSuggester suggester = new UnitSuggester(analyzer, knowledge.duties().units());
        spec.commandLine().getErr().println("training on " + trained.size() + " dispositions …");
        UnitModel model = UnitModel.train(dispositions(trained), analyzer, today);
        Function<UnitModel, Map<LabelledReport, List<String>>> suggest = with -> tested.stream()
                .collect(Collectors.toMap(
                        report -> report,
                        report -> suggester
                                .suggest(
                                        report.example().report(),
                                        institution,
                                        knowledge.registry().governmentLevel(institution),
                                        with,
                                        TOP_CHOICES,
                                        today)
                                .stream()
                                .map(UnitSuggestion::unit)
                                .toList()));
        Map<LabelledReport, List<String>> cold = suggest.apply(UnitModel.untrained());
        Map<LabelledReport, List<String>> warm = suggest.apply(model);
        List<String> majority = model.usedUnits().stream().limit(TOP_CHOICES).toList();
        UnitDirectory directory = suggester.directory(institution, UnitModel.untrained());
        Predicate<LabelledReport> frequent = report -> counts.getOrDefault(report.unit(), 0L) >= FREQUENT;
        List<LabelledReport> testedFrequent = tested.stream().filter(frequent).toList();
        List<UnitAccuracy> figures = List.of(
                accuracy("majority_all", tested, report -> majority, directory),
                accuracy("cold_all", tested, suggestedIn(cold), directory),
                accuracy("warm_all", tested, suggestedIn(warm), directory),
                accuracy("majority_frequent", testedFrequent, report -> majority, directory),
                accuracy("cold_frequent", testedFrequent, suggestedIn(cold), directory),
                accuracy("warm_frequent", testedFrequent, suggestedIn(warm), directory));
        PrintWriter out = spec.commandLine().getOut();
        out.println(institution.name() + ": " + counts.size() + " units, "
                + counts.values().stream().filter(n -> n >= FREQUENT).count() + " frequent");
        out.println("                                  n   top-1   top-3");
        figures.forEach(each -> out.println(each.row()));
        out.println(figures.stream().map(UnitAccuracy::keyValues).collect(Collectors.joining(" ")));
        out.flush();
        return 0;
    }

    private static Function<LabelledReport, List<String>> suggestedIn(Map<LabelledReport, List<String>> suggestions) {
        return report -> suggestions.getOrDefault(report, List.of());
    }

    private RegistryInstitution institution(RoutingKnowledge knowledge, List<LabelledReport> all) {
        List<String> codes =
                all.stream().map(LabelledReport::institution).distinct().toList();
        if (codes.size() != 1) {
            throw new CommandLineException(data + " is about " + codes.size() + " institutions, not one");
        }
        return knowledge
                .registry()
                .institution(codes.getFirst())
                .orElseThrow(() -> new CommandLineException("there is no institution " + codes.getFirst()));
    }

    private List<LabelledReport> inFolds(List<LabelledReport> all, String folds) {
        String[] bounds = folds.split("-", 2);
        List<LabelledReport> selected = all.stream()
                .filter(each ->
                        each.fold().compareTo(bounds[0]) >= 0 && each.fold().compareTo(bounds[bounds.length - 1]) <= 0)
                .toList();
        if (selected.isEmpty()) {
            throw new CommandLineException(data + " has no rows of folds " + folds);
        }
        return selected;
    }

    private static List<UnitDisposition> dispositions(List<LabelledReport> reports) {
        return reports.stream()
                .map(each ->
                        new UnitDisposition(each.example().id(), each.example().report(), each.unit()))
                .toList();
    }

    /** Names of one unit are equal, so that the usual name of a unit counts for the institution's own. */
    private static UnitAccuracy accuracy(
            String name,
            List<LabelledReport> reports,
            Function<LabelledReport, List<String>> suggestions,
            UnitDirectory directory) {
        long first = 0;
        long among = 0;
        for (LabelledReport report : reports) {
            String label = directory.officialName(report.unit());
            List<String> suggested = suggestions.apply(report).stream()
                    .map(directory::officialName)
                    .toList();
            first += !suggested.isEmpty() && suggested.getFirst().equals(label) ? 1 : 0;
            among += suggested.contains(label) ? 1 : 0;
        }
        double n = Math.max(1, reports.size());
        return new UnitAccuracy(name, reports.size(), first / n, among / n);
    }
}
