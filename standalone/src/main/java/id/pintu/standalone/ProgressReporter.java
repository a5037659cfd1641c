package id.pintu.standalone;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress display of a long-running command: a bar on a terminal, a line at intervals in a log. */
public interface ProgressReporter extends AutoCloseable {

    /** Shows how many of how many items are done. */
    void update(long done, long total);

    @Override
    void close();

    /**
     * Opens a display for this process's standard error.
     *
     * @param task name of the task, such as {@code import}
     * @param linesEvery items between two log lines, given the total
     * @param err for log lines, when there is no terminal
     */
    static ProgressReporter open(String task, LongUnaryOperator linesEvery, PrintWriter err) {
        boolean interactive = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return interactive ? bar(task) : log(task, linesEvery, err);
    }

    private static ProgressReporter bar(String task) {
        ProgressBar bar = new ProgressBarBuilder().setTaskName(task).build();
        return new ProgressReporter() {
            @Override
            public void update(long done, long total) {
                bar.maxHint(total);
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static ProgressReporter log(String task, LongUnaryOperator linesEvery, PrintWriter err) {
        return new ProgressReporter() {
            private long logged;

            @Override
            public void update(long done, long total) {
                if (done - logged >= linesEvery.applyAsLong(total)) {
                    logged = done;
                    err.println(task + ": " + done + " of " + total);
                    err.flush();
                }
            }

            @Override
            public void close() {}
        };
    }
}
