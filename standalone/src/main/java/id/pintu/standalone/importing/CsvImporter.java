package id.pintu.standalone.importing;

import id.pintu.standalone.CommandLineException;
import id.pintu.standalone.ProgressReporter;
import id.pintu.standalone.ReportSubmissionClient;
import id.pintu.standalone.importing.EarlierRowIndex.EarlierRow.FirstRow;
import id.pintu.standalone.importing.EarlierRowIndex.EarlierRow.OtherRowOfSameId;
import id.pintu.standalone.importing.EarlierRowIndex.EarlierRow.SameRow;
import id.pintu.standalone.importing.RowImportResult.Accepted;
import id.pintu.standalone.importing.RowImportResult.Refused;
import id.pintu.standalone.importing.RowImportResult.Repeated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Importer of one CSV file: submits rows to intake concurrently, records accepted rows in the journal and refused rows
 * in a CSV file, and counts both. The first failure stops it; rows in progress are finished.
 */
final class CsvImporter {

    private final ReportSubmissionClient intake;
    private final ImportJournal journal;
    private final RefusedRowWriter refusedRows;
    private static final int REPETITIONS_TOLD = 20;

    private final EarlierRowIndex earlierRows = new EarlierRowIndex();
    private final List<String> repetitions = new ArrayList<>();
    private final int concurrency;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * @param concurrency maximum number of requests in progress
     */
    CsvImporter(ReportSubmissionClient intake, ImportJournal journal, RefusedRowWriter refusedRows, int concurrency) {
        this.intake = intake;
        this.journal = journal;
        this.refusedRows = refusedRows;
        this.concurrency = concurrency;
    }

    /**
     * Imports all rows that are not in the journal.
     *
     * @param lines of the file, for the progress display
     * @throws CommandLineException when intake is unavailable or the file is not valid CSV; the import then stops early
     */
    void importAll(ReportCsvReader rows, long lines, ProgressReporter progress) throws InterruptedException {
        Semaphore permits = new Semaphore(concurrency);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (failure.get() == null && rows.hasNext()) {
                ReportRow row = rows.next();
                progress.update(row.line(), lines);
                if (isDuplicate(row)) {
                    continue;
                }
                if (journal.contains(row)) {
                    repeated.increment();
                    continue;
                }
                permits.acquire();
                threads.execute(() -> {
                    try {
                        importRow(row, rows.isComplete(row));
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
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw cause;
        }
    }

    /** Of two rows with one id the first counts, whatever order the requests arrive in. */
    private boolean isDuplicate(ReportRow row) {
        return switch (earlierRows.add(row)) {
            case FirstRow first -> false;
            case SameRow same -> {
                repeated.increment();
                if (repetitions.size() < REPETITIONS_TOLD) {
                    repetitions.add(
                            "Line " + row.line() + " repeats line " + same.line() + " unchanged; it counts once.");
                }
                yield true;
            }
            case OtherRowOfSameId other -> {
                refused.increment();
                refusedRows.add(
                        row,
                        new Refused(
                                "id", "line " + row.line() + " has the id of line " + other.line() + ", which counts"));
                yield true;
            }
        };
    }

    /** The first rows that repeat an earlier one of the file unchanged, as sentences. */
    List<String> repetitions() {
        return List.copyOf(repetitions);
    }

    /** Number of rows refused. */
    long refusedCount() {
        return refused.sum();
    }

    /** {@code accepted=… repeated=… refused=…}. */
    String summaryLine() {
        return "accepted=" + accepted + " repeated=" + repeated + " refused=" + refused;
    }

    private void importRow(ReportRow row, boolean complete) throws InterruptedException {
        Optional<Refused> invalid =
                complete ? row.validate() : Optional.of(new Refused("", "has more or fewer fields than the header"));
        switch (invalid.isPresent() ? invalid.get() : submit(row)) {
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
                refusedRows.add(row, out);
            }
        }
    }

    private RowImportResult submit(ReportRow row) throws InterruptedException {
        return RowImportResult.of(intake.post(
                "/v1/complaints", row.json(), "Idempotency-Key", row.idempotencyKey(), "X-Pintu-Door", "import"));
    }
}
