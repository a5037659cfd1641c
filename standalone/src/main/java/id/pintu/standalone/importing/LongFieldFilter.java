package id.pintu.standalone.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Filter of CSV text that shortens overlong fields, so that one of them costs its own row only and no memory: of a field
 * longer than the limit only line breaks and quotes go on, which keeps the table's form and its line numbers.
 */
final class LongFieldFilter extends FilterReader {

    /** Characters of a field at most; one more goes on, by which the row is refused. */
    static final int MAX_FIELD = 100_000;

    private final char separator;
    private boolean quoted;
    private int length;

    LongFieldFilter(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        while (next >= 0 && !passes((char) next)) {
            next = in.read();
        }
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int wanted) throws IOException {
        int kept = 0;
        while (kept == 0 && wanted > 0) {
            int read = in.read(buffer, offset, wanted);
            if (read < 0) {
                return -1;
            }
            for (int i = offset; i < offset + read; i++) {
                if (passes(buffer[i])) {
                    buffer[offset + kept++] = buffer[i];
                }
            }
        }
        return kept;
    }

    private boolean passes(char next) {
        if (next == '"') {
            quoted = !quoted;
            return true;
        }
        if (next == '\n' || next == '\r' || (next == separator && !quoted)) {
            length = quoted ? length : 0;
            return true;
        }
        return ++length <= MAX_FIELD + 1;
    }
}
