package id.pintu.intake.attachments;

import id.pintu.events.ReportAttachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Store of attachments in a directory, for one instance of intake-service: {@code <sha256>} is the content, {@code
 * <sha256>.type} its media type, and {@code <sha256>.ends} the time until which it waits for its report. The all-in-one uses it,
 * whose documents are dropped and rebuilt from the ledger, as contents cannot be.
 */
public final class DirectoryAttachmentStore implements AttachmentStore {

    private static final String TYPE = ".type";
    private static final String ENDS = ".ends";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;

    public DirectoryAttachmentStore(Path directory) {
        try {
            this.directory = Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void put(ReportAttachment attachment, Path content, Instant until) throws IOException {
        String sha256 = attachment.sha256();
        Path stored = file(sha256, "");
        if (Files.exists(stored)) {
            if (endOf(sha256).filter(until::isAfter).isPresent()) {
                write(sha256, ENDS, until.toString());
            }
            return;
        }
        // First, so that no crash leaves content that never ends, or is of no type.
        write(sha256, ENDS, until.toString());
        write(sha256, TYPE, attachment.type());
        Path fresh = file(sha256, ".new");
        Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(fresh, stored, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized Optional<ReportAttachment> find(String sha256, Instant now) {
        Path stored = file(sha256, "");
        if (Files.notExists(stored)
                || endOf(sha256).filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReportAttachment(Files.readString(file(sha256, TYPE)), Files.size(stored), sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean claim(String sha256, Instant now) {
        boolean found = find(sha256, now).isPresent();
        if (found) {
            delete(sha256, ENDS);
        }
        return found;
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        try {
            Path stored = file(sha256, "");
            return Files.exists(stored) ? Optional.of(Files.newInputStream(stored)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized int deleteEnded(Instant now) {
        List<String> ended;
        try (Stream<Path> files = Files.list(directory)) {
            ended = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDS))
                    .map(name -> name.substring(0, name.length() - ENDS.length()))
                    .filter(sha256 ->
                            endOf(sha256).filter(end -> !end.isAfter(now)).isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ended.forEach(sha256 -> List.of("", ".new", TYPE, ENDS).forEach(part -> delete(sha256, part)));
        return ended.size();
    }

    private Optional<Instant> endOf(String sha256) {
        try {
            Path ends = file(sha256, ENDS);
            return Files.exists(ends) ? Optional.of(Instant.parse(Files.readString(ends))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String sha256, String part, String text) throws IOException {
        Path fresh = file(sha256, part + ".new");
        Files.writeString(
                fresh,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file(sha256, part), StandardCopyOption.ATOMIC_MOVE);
    }

    private void delete(String sha256, String part) {
        try {
            Files.deleteIfExists(file(sha256, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String sha256, String part) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        return directory.resolve(sha256 + part);
    }
}
