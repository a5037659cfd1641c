package id.pintu.standalone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pintu.routing.learning.TrainingExample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureRoutingCliCommandTest {

    private static final String REPORTS = """
            id,dataset,title,text,institution_code,mentions_institution,fold
            1,a,,paspor hilang di kantor imigrasi,K.IMIPAS,1,4
            2,a,,listrik padam lagi PLN tolong,B.PLN,1,4
            3,a,,halo,K.SOS,0,4
            4,b,,subsidi listrik PLN belum ada,K.ESDM,0,3
            """;

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void printsTheMetricsAndAFinalMachineReadableLine() throws IOException {
        Path html = directory.resolve("confusion.html");

        assertThat(runMeasure("--html", html.toString())).isZero();

        assertThat(out.toString())
                .contains("strict: the labelled institution only")
                .contains("equivalent targets")
                .contains("a, not named");
        String last = out.toString().lines().reduce((before, line) -> line).orElse("");
        assertThat(last).startsWith("n=4 top1=").contains(" unnamed_n=2 ").contains(" equivalent_precision=");
        assertThat(html).content().contains("K.SOS").doesNotContain("halo");
    }

    @Test
    void testsOnlyTheRowsOfTheGivenFold() throws IOException {
        assertThat(runMeasure("--fold", "4")).isZero();

        assertThat(out.toString().lines().reduce((before, line) -> line))
                .hasValueSatisfying(line -> assertThat(line).startsWith("n=3 top1=0.6667 "));
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThat(commandLine().execute("routing", "--test", "nowhere.csv")).isNotZero();
    }

    @Test
    void countsAnEquivalentTargetAsRightOnlyIfRequested() {
        EvaluatedPrediction prediction =
                new EvaluatedPrediction(labelled("K.ESDM"), List.of("B.PLN", "K.ESDM"), true, 0.9);

        RoutingMetrics strict = RoutingMetrics.of(List.of(prediction), String::equals);
        RoutingMetrics lenient = RoutingMetrics.of(List.of(prediction), EquivalentTargets.bundled()::isCorrect);

        assertThat(List.of(strict.top1(), strict.top3(), strict.precision())).containsExactly(0.0, 1.0, 0.0);
        assertThat(List.of(lenient.top1(), lenient.top3(), lenient.precision())).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void eachInstitutionCountsTheSameInTheMeanF1() {
        List<EvaluatedPrediction> predictions = List.of(
                new EvaluatedPrediction(labelled("A"), List.of("A"), false, 0),
                new EvaluatedPrediction(labelled("A"), List.of("A"), false, 0),
                new EvaluatedPrediction(labelled("A"), List.of("A"), false, 0),
                new EvaluatedPrediction(labelled("B"), List.of("A"), false, 0));

        assertThat(RoutingMetrics.of(predictions, String::equals).macroF1()).isCloseTo((6 / 7.0 + 0) / 2, within(1e-9));
    }

    private static LabelledReport labelled(String institution) {
        return new LabelledReport(
                new TrainingExample("1", LabelledReportReader.report("", "halo"), institution), "", "", false, "");
    }

    private int runMeasure(String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("judged.csv"), REPORTS);
        return commandLine()
                .execute(Stream.concat(Stream.of("routing", "--test", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return new CommandLine(new MeasureCliCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
    }
}
