package id.pintu.standalone.measuring;

import id.pintu.events.ComplaintId;
import id.pintu.routing.csv.Tables;
import id.pintu.routing.decision.Experience;
import id.pintu.routing.decision.Router;
import id.pintu.routing.repeats.Incidents;
import id.pintu.routing.repeats.Repeat;
import id.pintu.routing.repeats.Sighting;
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
final class MeasureRepeats implements Callable<Integer> {

    private static final Instant HOUR = Instant.parse("2026-01-05T03:00:00Z");

    /** How people send a report again. */
    private static final Map<String, UnaryOperator<String>> AGAIN = Map.of(
            "same", text -> text,
            "shouted", text -> text.toUpperCase(Locale.ROOT).replace('.', '!'),
            "greeted", text -> "Selamat pagi bapak ibu, " + text + " Terima kasih atas perhatiannya",
            "shortened", text -> text.substring(0, text.length() * 9 / 10));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "A CSV file of judged reports.")
    private Path test = Path.of("");

    private final Router router = router();

    @Override
    public Integer call() {
        List<JudgedReport> reports = JudgedReports.read(test);
        PrintWriter out = spec.commandLine().getOut();
        out.println("reports=" + reports.size() + " " + links(reports));
        AGAIN.keySet().stream().sorted().forEach(way -> out.println(again(reports, way)));
        out.flush();
        return 0;
    }

    private String links(List<JudgedReport> reports) {
        Incidents incidents = new Incidents();
        Map<ComplaintId, JudgedReport> byId = new HashMap<>();
        List<Repeat> links = new ArrayList<>();
        for (JudgedReport each : reports) {
            Sighting sighting = sighting(byId.size(), each, text(each));
            byId.put(sighting.id(), each);
            incidents.see(sighting).ifPresent(links::add);
        }
        long doubtful = links.stream()
                .filter(link -> !institution(byId, link.id()).equals(institution(byId, link.of())))
                .count();
        return "links=" + links.size() + " of_different_institutions=" + doubtful;
    }

    private String again(List<JudgedReport> reports, String way) {
        int linked = 0;
        int tried = 0;
        UnaryOperator<String> telling = AGAIN.getOrDefault(way, UnaryOperator.identity());
        for (JudgedReport each : reports) {
            if (text(each).split("\\s+", 8).length == 8) {
                Incidents incidents = new Incidents();
                tried++;
                incidents.see(sighting(0, each, text(each)));
                linked += incidents
                                .see(sighting(1, each, telling.apply(text(each))))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return way + "=" + linked + "/" + tried;
    }

    private Sighting sighting(int number, JudgedReport report, String text) {
        return new Sighting(
                ComplaintId.of(
                        ByteBuffer.allocate(8).putLong((long) number << 8).array()),
                HOUR.plusMillis(number),
                text,
                place(report));
    }

    private Optional<String> place(JudgedReport report) {
        return router.placeOf(report.example().report());
    }

    private static String text(JudgedReport report) {
        return report.example().report().text();
    }

    private static String institution(Map<ComplaintId, JudgedReport> byId, ComplaintId id) {
        return Optional.ofNullable(byId.get(id)).map(JudgedReport::institution).orElse("");
    }

    private static Router router() {
        Tables tables = new Tables();
        return new Router(tables.knowledge(), Experience.none());
    }
}
