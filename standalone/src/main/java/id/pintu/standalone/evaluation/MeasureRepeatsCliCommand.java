package id.pintu.standalone.evaluation;

import id.pintu.events.ComplaintId;
import id.pintu.routing.calibration.LearnedRoutingModel;
import id.pintu.routing.csv.BundledTablesLoader;
import id.pintu.routing.decision.ComplaintRouter;
import id.pintu.routing.similarity.SimilarReportDetector;
import id.pintu.routing.similarity.SimilarReportLink;
import id.pintu.routing.similarity.SimilarityInput;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code pintu measure repeats}: precision and recall of repeat detection on labelled reports. */
@Command(
        name = "repeats",
        description = {
            "Detect repeats among labelled reports, as if all were submitted within one hour.",
            "Links between reports of different institutions are probably false. Then variations of each report are",
            "submitted, and those that are linked to it are counted."
        },
        mixinStandardHelpOptions = true)
final class MeasureRepeatsCliCommand implements Callable<Integer> {

    private static final Instant HOUR = Instant.parse("2026-01-05T03:00:00Z");

    /** Variations of a text, as people send a report again. */
    private static final Map<String, UnaryOperator<String>> VARIATIONS = Map.of(
            "same", text -> text,
            "shouted", text -> text.toUpperCase(Locale.ROOT).replace('.', '!'),
            "greeted", text -> "Selamat pagi bapak ibu, " + text + " Terima kasih atas perhatiannya",
            "shortened", text -> text.substring(0, text.length() * 9 / 10));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "CSV file of labelled reports.")
    private Path test = Path.of("");

    private final ComplaintRouter router = router();

    @Override
    public Integer call() {
        List<LabelledReport> reports = LabelledReportReader.read(test);
        PrintWriter out = spec.commandLine().getOut();
        out.println("reports=" + reports.size() + " " + countLinks(reports));
        VARIATIONS.keySet().stream()
                .sorted()
                .forEach(variation -> out.println(countLinkedVariations(reports, variation)));
        out.flush();
        return 0;
    }

    private String countLinks(List<LabelledReport> reports) {
        SimilarReportDetector detector = new SimilarReportDetector();
        Map<ComplaintId, LabelledReport> byId = new HashMap<>();
        List<SimilarReportLink> links = new ArrayList<>();
        for (LabelledReport each : reports) {
            SimilarityInput input = input(byId.size(), each, text(each));
            byId.put(input.id(), each);
            detector.detect(input).ifPresent(links::add);
        }
        long doubtful = links.stream()
                .filter(link -> !institution(byId, link.id()).equals(institution(byId, link.firstId())))
                .count();
        return "links=" + links.size() + " of_different_institutions=" + doubtful;
    }

    private String countLinkedVariations(List<LabelledReport> reports, String variation) {
        int linked = 0;
        int tried = 0;
        UnaryOperator<String> vary = VARIATIONS.getOrDefault(variation, UnaryOperator.identity());
        for (LabelledReport each : reports) {
            if (text(each).split("\\s+", 8).length == 8) {
                SimilarReportDetector detector = new SimilarReportDetector();
                tried++;
                detector.detect(input(0, each, text(each)));
                linked +=
                        detector.detect(input(1, each, vary.apply(text(each)))).isPresent() ? 1 : 0;
            }
        }
        return variation + "=" + linked + "/" + tried;
    }

    private SimilarityInput input(int number, LabelledReport report, String text) {
        return new SimilarityInput(
                ComplaintId.of(
                        ByteBuffer.allocate(8).putLong((long) number << 8).array()),
                HOUR.plusMillis(number),
                text,
                region(report));
    }

    private Optional<String> region(LabelledReport report) {
        return router.regionCodeOf(report.example().report());
    }

    private static String text(LabelledReport report) {
        return report.example().report().text();
    }

    private static String institution(Map<ComplaintId, LabelledReport> byId, ComplaintId id) {
        return Optional.ofNullable(byId.get(id))
                .map(LabelledReport::institution)
                .orElse("");
    }

    private static ComplaintRouter router() {
        BundledTablesLoader tables = new BundledTablesLoader();
        return new ComplaintRouter(tables.knowledge(), LearnedRoutingModel.untrained());
    }
}
