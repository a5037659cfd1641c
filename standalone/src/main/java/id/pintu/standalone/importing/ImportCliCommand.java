package id.pintu.standalone.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.PortOffsetOption;
import id.pintu.standalone.importing.RowImportResult.Accepted;
import id.pintu.standalone.importing.RowImportResult.Refused;
import id.pintu.standalone.importing.RowImportResult.Repeated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintu import}: brings each row of a CSV file to intake's door. */
@Command(
        name = "import",
        description = {
            "Bring each row of a CSV file (UTF-8, with a header) to intake.",
            "May be ended and run again at any time: each row is taken in once."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nColumns:%n",
        footer = {
            "  text (required), id, title, kind, place, region_code, latitude, longitude,",
            "  institution_code, category, occurred_on, name, email, phone, anonymous, confidential.",
            "  A row is known by its id; without one, by everything in it.",
            "  What was refused stands in FILE.refused.csv, with line and field."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every row is in", "1:some rows were refused", "2:it could not begin, or not go on"})
public final class ImportCliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--url", paramLabel = "URL", description = "Intake (default: http://127.0.0.1:8081).")
    private @Nullable String url;

    @Mixin
    private PortOffsetOption portOffset = new PortOffsetOption();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "8",
            description = "Rows under way at once (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--column", paramLabel = "NAME=OURS", description = "A column by another name; may be repeated.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "Between two fields (default: a comma).")
    private char separator;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "data/imports",
            description = "Notes of what is in already (default: ./${DEFAULT-VALUE}).")
    private Path state = Path.of("");

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long intake may be out of reach (default: ${DEFAULT-VALUE}).")
    private int patience;

    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file) || concurrency < 1) {
            throw new CommandLineException(
                    concurrency < 1 ? "--concurrency is at least 1" : "There is no file " + file);
        }
        String intake =
                Optional.ofNullable(url).orElseGet(() -> portOffset.ports().intake());
        ReportCsvReader.FileFingerprint fingerprint = ReportCsvReader.FileFingerprint.of(file);
        // Told to another house, or under other columns, it is another import.
        Path journalPath =
                state.resolve(Sha256Digest.of(fingerprint.sha256() + intake + new TreeMap<>(columns)) + ".done");
        Path refusedRows = file.resolveSibling(file.getFileName() + ".refused.csv");
        try (ReportCsvReader rows = ReportCsvReader.open(file, separator, columns);
                ImportJournal journal = ImportJournal.open(journalPath);
                RefusedRowWriter refusedRowWriter = new RefusedRowWriter(refusedRows);
                IntakeImportClient client = new IntakeImportClient(intake, Duration.ofSeconds(patience));
                ImportProgressReporter progress = ImportProgressReporter.of(
                        fingerprint.lines(), spec.commandLine().getErr())) {
            importRows(rows, journal, refusedRowWriter, client, progress);
        } catch (CsvParseException e) {
            failure.set(new CommandLineException(file + " is not CSV any more: " + e.getMessage()));
        }
        return printSummary(refusedRows);
    }

    private void importRows(
            ReportCsvReader rows,
            ImportJournal journal,
            RefusedRowWriter refusedRowWriter,
            IntakeImportClient client,
            ImportProgressReporter progress)
            throws InterruptedException {
        Semaphore permits = new Semaphore(concurrency);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (failure.get() == null && rows.hasNext()) {
                ReportRow row = rows.next();
                progress.reached(row.line());
                if (journal.contains(row)) {
                    repeated.increment();
                    continue;
                }
                permits.acquire();
                threads.execute(() -> {
                    try {
                        importRow(row, rows.isComplete(row), journal, refusedRowWriter, client);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        permits.release();
                    }
                });
            }
        }
    }

    private void importRow(
            ReportRow row,
            boolean complete,
            ImportJournal journal,
            RefusedRowWriter refusedRowWriter,
            IntakeImportClient client)
            throws InterruptedException {
        Optional<Refused> invalid =
                complete ? row.validate() : Optional.of(new Refused("", "has more or fewer fields than the header"));
        switch (invalid.isPresent() ? invalid.get() : client.submit(row)) {
            case Accepted in -> {
                accepted.increment();
                journal.add(row);
            }
            case Repeated in -> {
                repeated.increment();
                journal.add(row);
            }
            case Refused out -> {
                refused.increment();
                refusedRowWriter.add(row, out);
            }
        }
    }

    private int printSummary(Path refusedRows) {
        spec.commandLine().getOut().printf("accepted=%s repeated=%s refused=%s%n", accepted, repeated, refused);
        if (refused.sum() > 0) {
            spec.commandLine().getErr().println("What was refused, and why: " + refusedRows);
        }
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw cause;
        }
        return refused.sum() == 0 ? 0 : 1;
    }
}
