package id.pintu.standalone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureUnitsCliCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    /** Roads go to a unit that no rule knows, so that only what was learnt can suggest it. */
    @Test
    void countsColdAndWarmSuggestionsOfTheTestedFold() throws IOException {
        assertThat(measure("--train", "0-1", "--test", "2")).isZero();

        assertThat(out.toString())
                .contains("cold_all_n=4 cold_all_top1=0.5000")
                .contains("warm_all_n=4 warm_all_top1=1.0000 warm_all_top3=1.0000")
                .contains("warm_frequent_n=0");
    }

    @Test
    void namesAFoldWithoutRows() throws IOException {
        assertThat(measure("--test", "7")).isNotZero();
        assertThat(err.toString()).contains("has no rows of folds 7");
    }

    private int measure(String... options) throws IOException {
        StringBuilder rows = new StringBuilder("id,text,institution_code,unit,fold\n");
        for (int number = 0; number < 12; number++) {
            String report = number % 2 == 0
                    ? "Jalan kami berlubang di dekat pasar nomor " + number + ",D.33.74,UPTD Jalan Timur"
                    : "Sampah menumpuk dan tidak diangkut nomor " + number + ",D.33.74,Dinas Lingkungan Hidup";
            rows.append(number)
                    .append(',')
                    .append(report)
                    .append(',')
                    .append(number / 4)
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("units.csv"), rows);
        return new CommandLine(new MeasureCliCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("units", "--data", file.toString()), Arrays.stream(options))
                        .toArray(String[]::new));
    }
}
