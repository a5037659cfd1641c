package id.pintu.standalone.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pintu.routing.learning.Example;
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

class MeasureRoutingTest {

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
    void printsTheFiguresAndLastOneLineForMachines() throws IOException {
        Path html = directory.resolve("confusion.html");

        assertThat(measured("--html", html.toString())).isZero();

        assertThat(out.toString())
                .contains("strict: the very institution in the data")
                .contains("equivalent targets")
                .contains("a, not named");
        String last = out.toString().lines().reduce((before, line) -> line).orElse("");
        assertThat(last).startsWith("n=4 top1=").contains(" unnamed_n=2 ").contains(" equivalent_precision=");
        assertThat(html).content().contains("K.SOS").doesNotContain("halo");
    }

    @Test
    void ofAFoldOnlyItsRowsAreTested() throws IOException {
        assertThat(measured("--fold", "4")).isZero();

        assertThat(out.toString().lines().reduce((before, line) -> line))
                .hasValueSatisfying(line -> assertThat(line).startsWith("n=3 top1=0.6667 "));
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThat(commandLine().execute("routing", "--test", "nowhere.csv")).isNotZero();
    }

    @Test
    void anEquivalentTargetIsRightOnlyWhereItIsAskedFor() {
        Answer answer = new Answer(judged("K.ESDM"), List.of("B.PLN", "K.ESDM"), true, 0.9);

        Figures strict = Figures.of(List.of(answer), String::equals);
        Figures lenient = Figures.of(List.of(answer), Equivalents.documented()::right);

        assertThat(List.of(strict.top1(), strict.top3(), strict.precision())).containsExactly(0.0, 1.0, 0.0);
        assertThat(List.of(lenient.top1(), lenient.top3(), lenient.precision())).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void eachInstitutionCountsTheSameInTheMeanF1() {
        List<Answer> answers = List.of(
                new Answer(judged("A"), List.of("A"), false, 0),
                new Answer(judged("A"), List.of("A"), false, 0),
                new Answer(judged("A"), List.of("A"), false, 0),
                new Answer(judged("B"), List.of("A"), false, 0));

        assertThat(Figures.of(answers, String::equals).macroF1()).isCloseTo((6 / 7.0 + 0) / 2, within(1e-9));
    }

    private static JudgedReport judged(String institution) {
        return new JudgedReport(new Example("1", JudgedReports.report("", "halo"), institution), "", "", false);
    }

    private int measured(String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("judged.csv"), REPORTS);
        return commandLine()
                .execute(Stream.concat(Stream.of("routing", "--test", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return new CommandLine(new Measure()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    }
}
