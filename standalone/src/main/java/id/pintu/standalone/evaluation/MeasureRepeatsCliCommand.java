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

/** {@code pintu measure repeats}: which reports are taken for the same thing, and whether they are. */
@Command(
        name = "repeats",
        description = {
            "Look for repeats among judged reports, as if all came in one hour.",
            "Links between reports of different institutions are probably false. Then each report is told again in",
            "other ways, and those that are linked to it are counted."
        },
        mixinStandardHelpOptions = true)
final class MeasureRepeatsCliCommand implements Callable<Integer> {

    private static final Instant HOUR = Instant.parse("2026-01-05T03:00:00Z");

    /** How people send a report again. */
    private static final Map<String, UnaryOperator<String>> VARIATIONS = Map.of(
            "same", text -> text,
            "shouted", text -> text.toUpperCase(Locale.ROOT).replace('.', '!'),
            "greeted", text -> "Selamat pagi bapak ibu, " + text + " Terima kasih atas perhatiannya",
            "shortened", text -> text.substring(0, text.length() * 9 / 10));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "A CSV file of judged reports.")
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
        SimilarReportDetector incidents = new SimilarReportDetector();
        Map<ComplaintId, LabelledReport> byId = new HashMap<>();
        List<SimilarReportLink> links = new ArrayList<>();
        for (LabelledReport each : reports) {
            SimilarityInput sighting = sighting(byId.size(), each, text(each));
            byId.put(sighting.id(), each);
            incidents.detect(sighting).ifPresent(links::add);
        }
        long doubtful = links.stream()
                .filter(link -> !institution(byId, link.id()).equals(institution(byId, link.firstId())))
                .count();
        return "links=" + links.size() + " of_different_institutions=" + doubtful;
    }

    private String countLinkedVariations(List<LabelledReport> reports, String variation) {
        int linked = 0;
        int tried = 0;
        UnaryOperator<String> rewording = VARIATIONS.getOrDefault(variation, UnaryOperator.identity());
        for (LabelledReport each : reports) {
            if (text(each).split("\\s+", 8).length == 8) {
                SimilarReportDetector incidents = new SimilarReportDetector();
                tried++;
                incidents.detect(sighting(0, each, text(each)));
                linked += incidents
                                .detect(sighting(1, each, rewording.apply(text(each))))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return variation + "=" + linked + "/" + tried;
    }

    private SimilarityInput sighting(int number, LabelledReport report, String text) {
        return new SimilarityInput(
                ComplaintId.of(
                        ByteBuffer.allocate(8).putLong((long) number << 8).array()),
                HOUR.plusMillis(number),
                text,
                place(report));
    }

    private Optional<String> place(LabelledReport report) {
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
