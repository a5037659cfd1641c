package id.pintu.standalone.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Append-only file of the rows that intake has acknowledged, one row number per line, so that a repeated import skips
 * them.
 *
 * <p>It only saves requests: without it every row is sent again, and intake's idempotency keys prevent duplicates. A
 * last line without a line break (a crash while writing) is ignored and overwritten.
 */
final class ImportJournal implements AutoCloseable {

    private final BitSet done;
    private final FileChannel file;

    private ImportJournal(BitSet done, FileChannel file) {
        this.done = done;
        this.file = file;
    }

    static ImportJournal open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        String text = Files.exists(path) ? Files.readString(path, StandardCharsets.US_ASCII) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        BitSet done = new BitSet();
        whole.lines().mapToInt(Integer::parseInt).forEach(done::set);
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(whole.length()).position(whole.length());
        return new ImportJournal(done, file);
    }

    boolean contains(ReportRow row) {
        return done.get(Math.toIntExact(row.number()));
    }

    /** Records an acknowledged row; thread-safe. */
    synchronized void add(ReportRow row) {
        try {
            file.write(ByteBuffer.wrap((row.number() + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
