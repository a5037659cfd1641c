package id.pintu.standalone.server;

import id.pintu.standalone.documents.PersistentMongoBackend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Documents that the services of an all-in-one server left in its data directory, and whether they may be used. They are
 * dropped, for the services to rebuild them from the ledger, unless all of them are there and this very build wrote them from
 * this ledger: after a rebuild that did not end, after a crash of the machine (which may lose the last documents and keep the
 * offsets of their records), after a change of the program, and when the broker's directory is another
 * one. An older copy of the same directory is not noticed.
 */
final class StoredDocuments {

    private static final String ORIGIN = "origin";
    private static final String BOOT = "boot";
    private static final String CLOSED = "closed";
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final PersistentMongoBackend backend;
    private final String origin;
    private final boolean complete;

    private StoredDocuments(PersistentMongoBackend backend, String origin, boolean complete) {
        this.backend = backend;
        this.origin = origin;
        this.complete = complete;
    }

    /**
     * Opens the documents in a directory, and drops those that may not be used.
     *
     * @param ledger identity of the broker's data
     * @param rebuild whether to drop them in any case
     */
    static StoredDocuments open(Path directory, String ledger, boolean rebuild) {
        if (rebuild) {
            deleteAll(directory);
        }
        PersistentMongoBackend backend = PersistentMongoBackend.open(directory);
        String origin = ledger + " " + programIdentity();
        boolean complete = backend.value(ORIGIN).filter(origin::equals).isPresent() && hasAllWrites(backend);
        if (!complete) {
            backend.clear();
        }
        backend.removeValue(CLOSED);
        backend.beforeClose(() -> backend.setValue(CLOSED, "true"));
        return new StoredDocuments(backend, origin, complete);
    }

    private static void deleteAll(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasAllWrites(PersistentMongoBackend backend) {
        String boot = bootIdentity();
        return backend.value(CLOSED).isPresent()
                || (!boot.isEmpty() && backend.value(BOOT).filter(boot::equals).isPresent());
    }

    PersistentMongoBackend backend() {
        return backend;
    }

    /** Whether the services need no rebuild. */
    boolean isComplete() {
        return complete;
    }

    /** Says that the services have all documents, those that they rebuilt included. */
    void markComplete() {
        backend.setValue(BOOT, bootIdentity());
        backend.setValue(ORIGIN, origin);
    }

    /** Identity of this start of the machine: documents that were written since are there. Empty where it is not known. */
    private static String bootIdentity() {
        try {
            return Files.exists(LINUX_BOOT_ID) ? Files.readString(LINUX_BOOT_ID).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names, sizes and times of all files of the class path, those that a jar names included, as one number. */
    private static String programIdentity() {
        AtomicLong identity = new AtomicLong();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .flatMap(entry -> Stream.concat(Stream.of(entry), classPathOf(entry)))
                .filter(Files::exists) // Java takes a class path with entries that do not exist, too
                .forEach(entry -> identity.addAndGet(identityOfAll(entry)));
        return Long.toHexString(identity.get());
    }

    private static Stream<Path> classPathOf(Path entry) {
        if (!entry.toString().endsWith(".jar") || Files.notExists(entry)) {
            return Stream.empty();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    ? Stream.empty()
                    : Arrays.stream(named.split(" ")).map(entry::resolveSibling);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long identityOfAll(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(StoredDocuments::identityOf)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long identityOf(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            long content =
                    attributes.size() * 31 + attributes.lastModifiedTime().toMillis();
            return content * 31 + file.getFileName().toString().hashCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
