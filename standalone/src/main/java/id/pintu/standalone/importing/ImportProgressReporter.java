package id.pintu.standalone.importing;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Tells how far the import is: a bar for a person at a terminal, now and then a line for a log. */
interface ImportProgressReporter extends AutoCloseable {

    int LINES_BETWEEN = 10_000;

    void reached(long line);

    @Override
    void close();

    static ImportProgressReporter of(long lines, PrintWriter err) {
        boolean interactive = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return interactive ? bar(lines) : plain(lines, err);
    }

    private static ImportProgressReporter bar(long lines) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(lines)
                .build();
        return new ImportProgressReporter() {
            @Override
            public void reached(long line) {
                bar.stepTo(line);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static ImportProgressReporter plain(long lines, PrintWriter err) {
        return new ImportProgressReporter() {
            private long told;

            @Override
            public void reached(long line) {
                if (line - told >= LINES_BETWEEN) {
                    told = line;
                    err.println("import: line " + line + " of " + lines);
                }
            }

            @Override
            public void close() {}
        };
    }
}
