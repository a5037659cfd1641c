package id.pintu.standalone.importing;

import id.pintu.events.Sha256Digest;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.PortOffsetOption;
import id.pintu.standalone.ProgressReporter;
import id.pintu.standalone.ReportSubmissionClient;
import id.pintu.standalone.server.OperatorAuthorization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code pintu import}: submits each row of a CSV file to intake-service. */
@Command(
        name = "import",
        description = {
            "Submit each row of a CSV file (UTF-8, with a header) to intake.",
            "The command can be stopped and repeated at any time: each row is accepted once."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nColumns:%n",
        footer = {
            "  text (required), id, title, kind, place, region_code, latitude, longitude,",
            "  institution_code, category, occurred_on, name, email, phone, anonymous, confidential.",
            "  A row is identified by its id; without one, by all its fields. Of two rows with one id the first counts.",
            "  Refused rows are listed in FILE.refused.csv, with line and field."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rows are accepted",
            "1:some rows were refused",
            "2:the import could not start, or stopped early"
        })
public final class ImportCliCommand implements Callable<Integer> {

    private static final long LINES_PER_LOG_LINE = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--url", paramLabel = "URL", description = "Base URL of intake (default: http://127.0.0.1:8081).")
    private @Nullable String url;

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the running server, whose secret permits imports (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--channel-key",
            paramLabel = "KEY",
            defaultValue = "${env:PINTU_CHANNEL_KEY}",
            description = "Key for the channel import, for a server elsewhere; or the variable PINTU_CHANNEL_KEY.")
    private @Nullable String channelKey;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "8",
            description = "Maximum number of requests in progress (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(
            names = "--column",
            paramLabel = "NAME=COLUMN",
            description = "Name of a column in the file, and its name below, or nothing to ignore it; can be repeated.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "Field separator (default: comma, semicolon or tab, as the header shows).")
    private @Nullable Character separator;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "data/imports",
            description = "Directory for the list of accepted rows (default: ./${DEFAULT-VALUE}).")
    private Path state = Path.of("");

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to retry while intake is unavailable (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file) || concurrency < 1) {
            throw new CommandLineException(
                    concurrency < 1 ? "--concurrency must be at least 1" : "There is no file " + file);
        }
        String intake =
                Optional.ofNullable(url).orElseGet(() -> portOffset.ports().intake());
        ReportCsvReader.FileFingerprint fingerprint = ReportCsvReader.FileFingerprint.of(file);
        // The same file for another server, or with other column names, is another import.
        Path journalPath = state.resolve(
                Sha256Digest.hexadecimal(fingerprint.sha256() + intake + new TreeMap<>(columns)) + ".done");
        Path refusedRows = file.resolveSibling(file.getFileName() + ".refused.csv");
        try (ReportCsvReader rows = ReportCsvReader.open(file, Optional.ofNullable(separator), columns);
                ImportJournal journal = ImportJournal.open(journalPath);
                RefusedRowWriter refusedRowWriter = new RefusedRowWriter(refusedRows);
                ReportSubmissionClient client =
                        new ReportSubmissionClient(intake, channelKey(), Duration.ofSeconds(patience))) {
            CsvImporter importer = new CsvImporter(client, journal, refusedRowWriter, concurrency);
            try (ProgressReporter progress = ProgressReporter.open(
                    "import", total -> LINES_PER_LOG_LINE, spec.commandLine().getErr())) {
                importer.importAll(rows, fingerprint.lines(), progress);
            } finally {
                printSummary(importer, refusedRows);
            }
            return importer.refusedCount() == 0 ? 0 : 1;
        }
    }

    private String channelKey() {
        return Optional.ofNullable(channelKey)
                .filter(key -> !key.isBlank())
                .orElseGet(() -> OperatorAuthorization.channelKey(data));
    }

    private void printSummary(CsvImporter importer, Path refusedRows) {
        spec.commandLine().getOut().println(importer.summaryLine());
        importer.repetitions().forEach(spec.commandLine().getErr()::println);
        if (importer.refusedCount() > 0) {
            spec.commandLine().getErr().println("Refused rows and reasons: " + refusedRows);
        }
    }
}
