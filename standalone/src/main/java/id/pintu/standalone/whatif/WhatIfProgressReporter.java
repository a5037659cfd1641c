package id.pintu.standalone.whatif;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Tells how much of the ledger was read: a bar for a person at a terminal, a line for each tenth in a log. */
interface WhatIfProgressReporter extends AutoCloseable {

    void reached(long read, long of);

    @Override
    void close();

    static WhatIfProgressReporter on(PrintWriter err) {
        boolean interactive = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return interactive ? bar() : plain(err);
    }

    private static WhatIfProgressReporter bar() {
        ProgressBar bar = new ProgressBarBuilder().setTaskName("ledger").build();
        return new WhatIfProgressReporter() {
            @Override
            public void reached(long read, long of) {
                bar.maxHint(of);
                bar.stepTo(read);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static WhatIfProgressReporter plain(PrintWriter err) {
        return new WhatIfProgressReporter() {
            private long tenths;

            @Override
            public void reached(long read, long of) {
                long now = of == 0 ? 10 : 10 * read / of;
                if (now > tenths) {
                    tenths = now;
                    err.println("ledger: " + read + " of " + of);
                    err.flush();
                }
            }

            @Override
            public void close() {}
        };
    }
}
