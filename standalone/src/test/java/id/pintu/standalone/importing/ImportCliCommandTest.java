package id.pintu.standalone.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCliCommandTest {

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeIntakeServer intake;

    @BeforeEach
    void open() throws IOException {
        intake = new FakeIntakeServer();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void mapsEachColumnToItsField() throws IOException {
        Path file = file("""
            id,title,text,kind,place,region_code,institution_code,category,occurred_on,name,email,phone,anonymous,confidential
            7,Jalan,"Berlubang, dalam",Supervisory-Complaint,dekat pasar,33.74,D.33.74,JALAN/RUSAK,2026-01-02,Budi,b@example.com,+62812,ya,0
            """);
        assertThat(runImport(file)).isZero();
        assertThat(intake.reports()).isEqualTo(Map.of("import/7", """
            {"text":"Berlubang, dalam","title":"Jalan","kind":"supervisory-complaint","category":"JALAN/RUSAK",\
            "wishedInstitution":"D.33.74","occurredOn":"2026-01-02",\
            "place":{"regionCode":"33.74","description":"dekat pasar"},\
            "contact":{"name":"Budi","email":"b@example.com","phone":"+62812"},\
            "anonymous":true,"confidential":false}\
            """));
    }

    @Test
    void readsRenamedColumnsAndAnotherSeparator() throws IOException {
        Path file = file("\uFEFFnomor;isi laporan\n1;Lampu mati\n");
        assertThat(runImport(file, "--separator", ";", "--column", "isi laporan=text", "--column", "nomor=id"))
                .isZero();
        assertThat(intake.reports()).containsOnlyKeys("import/1");
        assertThat(intake.reports().get("import/1")).contains("\"text\":\"Lampu mati\"");
    }

    @Test
    void requiresATextColumn() throws IOException {
        assertThat(runImport(file("id,isi\n1,Lampu mati\n"))).isEqualTo(2);
        assertThat(err.toString()).contains("--column NAME=text").contains("isi");
    }

    @Test
    void importsEachRowOnceWhenRepeated() throws IOException {
        Path file = numbered(50);
        assertThat(runImport(file)).isZero();
        assertThat(runImport(file)).isZero();
        assertThat(out.toString()).contains("accepted=50 repeated=0 refused=0", "accepted=0 repeated=50 refused=0");
        assertThat(intake.requestCount()).isEqualTo(50);
    }

    @Test
    void sendsTheSameIdempotencyKeysWithoutItsJournal() throws IOException {
        Path file = file("text\nLampu mati\nAir keruh\n");
        assertThat(runImport(file)).isZero();
        assertThat(runImport(file, "--state", temp.resolve("other").toString())).isZero();
        assertThat(intake.requestCount()).isEqualTo(4);
        assertThat(intake.reports()).hasSize(2);
        assertThat(out.toString())
                .as("nothing new is accepted")
                .contains("accepted=2 repeated=0 refused=0", "accepted=0 repeated=2 refused=0");
    }

    @Test
    void ofTwoRowsWithOneIdTheFirstCountsAndTheOtherIsToldWithBothLines() throws IOException {
        Path file = file("id,text\n1,Lampu mati\n2,Air keruh\n1,Lampu menyala\n2,Air keruh\n");
        assertThat(runImport(file)).isEqualTo(1);
        assertThat(out.toString()).contains("accepted=2 repeated=1 refused=1");
        assertThat(temp.resolve("reports.csv.refused.csv"))
                .content()
                .contains("\"line 4 has the id of line 2, which counts\"");
        assertThat(err.toString())
                .contains("Line 5 repeats line 3 unchanged; it counts once.")
                .doesNotContain("Idempotency-Key");
        assertThat(intake.reports().get("import/1")).contains("Lampu mati");
        assertThat(intake.requestCount()).isEqualTo(2);
    }

    @Test
    void anIdThatWasImportedBeforeWithOtherContentIsToldAsSuch() throws IOException {
        assertThat(runImport(file("id,text\n1,Lampu mati\n"))).isZero();
        assertThat(runImport(file("id,text\n1,Lampu menyala\n"))).isEqualTo(1);
        assertThat(temp.resolve("reports.csv.refused.csv"))
                .content()
                .contains("id,was imported before with other content")
                .doesNotContain("Idempotency-Key");
    }

    @Test
    void oneHugeCellIsRefusedAndTheRestGoesOn() throws IOException {
        String huge = "x".repeat(20 << 20);
        Path file = file("id,text\n1,Lampu mati\n2,\"" + huge + "\n\"\n3," + huge + "\n4,Air keruh\n");
        assertThat(runImport(file)).isEqualTo(1);
        assertThat(out.toString()).contains("accepted=2 repeated=0 refused=2");
        assertThat(temp.resolve("reports.csv.refused.csv"))
                .content()
                .contains("3,text,has more than 100000 characters", "5,text,has more than 100000 characters");
    }

    @Test
    void findsTheSeparatorAndTakesBackWhatAnExportMadeSafe() throws IOException {
        assertThat(runImport(file("id;text;phone\n1;'=Lampu mati;'+6281100\n"))).isZero();
        assertThat(intake.reports().get("import/1")).contains("\"=Lampu mati\"", "\"+6281100\"");
    }

    @Test
    void aMisspeltColumnStopsTheImportAndOneThatIsNotPintusIsIgnored() throws IOException {
        Path file = file("id,text,region,catatan\n1,Lampu mati,33.74,x\n");
        assertThat(runImport(file)).isEqualTo(2);
        assertThat(err.toString()).contains("The column 'region' is unknown. Is it 'region_code'?");
        assertThat(runImport(file, "--column", "region=")).isZero();
        assertThat(intake.reports().get("import/1")).doesNotContain("33.74");
        Path other = file("id,text,region,catatan\n2,Lampu mati,33.74,abaikan\n");
        assertThat(runImport(other, "--column", "region=region_code")).isZero();
        assertThat(intake.reports().get("import/2")).contains("33.74").doesNotContain("abaikan");
    }

    @Test
    void aControlCharacterIsRefused() throws IOException {
        assertThat(runImport(file("id,text\n1,Lampu\0mati\n"))).isEqualTo(1);
        assertThat(temp.resolve("reports.csv.refused.csv")).content().contains("2,text,contains a control character");
    }

    @Test
    void retriesAfterTheTimeInRetryAfter() throws IOException {
        intake.answerUnavailable(2);
        long begun = System.nanoTime();
        assertThat(runImport(file("text\nLampu mati\n"))).isZero();
        assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.SECONDS.toNanos(2));
        assertThat(intake.requestCount()).isEqualTo(3);
        assertThat(out.toString()).contains("accepted=1 repeated=0 refused=0");
    }

    @Test
    void stopsWhenIntakeStaysUnavailableAndContinuesInTheNextRun() throws IOException {
        Path file = numbered(3);
        intake.answerUnavailable(1_000);
        assertThat(runImport(file, "--patience", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("run the same command again").doesNotContain("at id.pintu");
        intake.answerUnavailable(0);
        assertThat(runImport(file)).isZero();
        assertThat(intake.reports()).hasSize(3);
    }

    @Test
    void writesRefusedRowsWithLineAndField() throws IOException {
        Path file = file("""
            id,text,anonymous
            1,Lampu mati,
            2,REFUSE,
            3,"Air keruh
            sejak Senin",maybe
            4,short
            5,Sampah,ya
            """);
        assertThat(runImport(file, "--concurrency", "1")).isEqualTo(1);
        assertThat(out.toString()).contains("accepted=2 repeated=0 refused=3");
        assertThat(Files.readString(temp.resolve("reports.csv.refused.csv"))).isEqualToNormalizingNewlines("""
            line,field,message
            3,text,is not a report
            4,anonymous,is neither true nor false
            6,,has more or fewer fields than the header
            """);
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file = temp.resolve("reports.csv");
        Files.write(file, "id,text\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(runImport(file)).isEqualTo(1);
        assertThat(temp.resolve("reports.csv.refused.csv")).content().contains("2,text,is not UTF-8");
    }

    @Test
    void stopsWhenTheServerIsNotIntake() throws IOException {
        assertThat(runImport(numbered(100), "--url", intake.url() + "/elsewhere"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is not intake: HTTP 404");
        assertThat(intake.reports()).isEmpty();
    }

    @Test
    void continuesAfterBeingKilled() throws Exception {
        Path file = numbered(2_000);
        Process first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "id.pintu.standalone.PintuCli",
                        "import",
                        file.toString(),
                        "--url",
                        intake.url(),
                        "--channel-key",
                        "key",
                        "--state",
                        temp.resolve("state").toString())
                .inheritIO()
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> intake.requestCount() > 200 || !first.isAlive());
        first.destroyForcibly().waitFor();
        int before = intake.requestCount();
        assertThat(before).isBetween(200, 1_999);

        assertThat(runImport(file)).isZero();
        assertThat(intake.reports()).hasSize(2_000);
        // Only requests in progress when it was killed are repeated.
        assertThat(intake.requestCount()).isBetween(2_000, 2_000 + 16);
    }

    private int runImport(Path file, String... more) {
        CommandLine commandLine = new CommandLine(new ImportCliCommand());
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e.getMessage());
            return 2;
        });
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--url", intake.url()));
        arguments.addAll(List.of("--channel-key", "key"));
        arguments.addAll(List.of("--state", temp.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return commandLine.setOverwrittenOptionsAllowed(true).execute(arguments.toArray(String[]::new));
    }

    private Path numbered(int rows) throws IOException {
        return file("id,text\n"
                + IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> i + ",Laporan " + i + "\n")
                        .collect(Collectors.joining()));
    }

    private Path file(String csv) throws IOException {
        return Files.writeString(temp.resolve("reports.csv"), csv);
    }
}
