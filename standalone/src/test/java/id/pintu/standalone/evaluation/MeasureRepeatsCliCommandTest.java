package id.pintu.standalone.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasureRepeatsCliCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void countsLinksAndLinksBetweenInstitutions() throws IOException {
        Path file = Files.writeString(directory.resolve("labelled.csv"), """
            text,institution_code
            Lampu jalan di depan Pasar Johar padam sejak Senin dan gelap sekali,D.33.74
            "LAMPU JALAN, di depan Pasar Johar padam sejak Senin dan gelap sekali!",D.33.74
            Lampu jalan di depan Pasar Johar padam sejak Senin dan gelap sekali lho,B.PLN
            Kartu BPJS saya tidak aktif padahal iuran sudah dibayar setiap bulan,L.BPJSKES
            """);
        StringWriter out = new StringWriter();

        int exit = new CommandLine(new MeasureCliCommand())
                .setOut(new PrintWriter(out, true))
                .execute("repeats", "--test", file.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("reports=4 links=2 of_different_institutions=1", "same=4/4", "shouted=4/4");
    }
}
