package id.pintu.standalone.server;

import id.pintu.standalone.CommandLineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Locked data directory of one all-in-one server: the broker's data, the documents, the secret, and a lock file that keeps a second
 * process out.
 *
 * <p>The operating system releases the lock when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the directory if necessary, and locks it.
     *
     * @throws CommandLineException when another process has locked it, or it cannot be written
     */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel lock =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new CommandLineException("The data directory " + root + " is in use by another Pintu. "
                        + "Stop that one, or choose another directory with --data.");
            }
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new CommandLineException("The data directory " + root + " cannot be used: " + e);
        }
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path documents() {
        return root.resolve("documents");
    }

    /** Contents of attachments, which are neither in the ledger nor dropped with the documents. */
    Path attachments() {
        return root.resolve("attachments").toAbsolutePath();
    }

    /** Secret of this server; generated at the first start, in a file that only its owner can read. */
    String secret() {
        Path file = secretFile(root);
        try {
            if (Files.notExists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                Path fresh = root.resolve("secret.new");
                Files.deleteIfExists(fresh);
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(fresh, Base64.getEncoder().encodeToString(random));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Secret of a server that another process runs.
     *
     * @throws CommandLineException when the directory has no secret, or this user may not read it
     */
    static String readSecret(Path root) {
        try {
            return Files.readString(secretFile(root)).strip();
        } catch (IOException e) {
            throw new CommandLineException(
                    "There is no readable secret in " + root + ". Pintu was never started here (./pintu up), "
                            + "or was started with another directory (set it with --data).");
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path secretFile(Path root) {
        return root.resolve("secret");
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
