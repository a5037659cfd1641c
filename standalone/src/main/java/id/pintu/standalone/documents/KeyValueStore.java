package id.pintu.standalone.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * RocksDB database, divided into regions with a name each. A write is in the operating system when it returns, so it outlives
 * the process; it is not forced to the disk, so a power cut may lose the last seconds.
 */
final class KeyValueStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeyValueStore.class);
    private static final int REGION_BYTES = 4;
    private static final long CACHE_BYTES = 128L << 20;
    private static final int WRITE_BUFFER_BYTES = 32 << 20;
    private static final int MAX_OPEN_FILES = 500;

    /** Region 0: the number of each named region under its name, marks of regions, and values of the whole store. */
    private static final byte REGION_NAME = 'r';

    private static final byte MARK = 'm';
    private static final byte VALUE = 'v';

    static {
        RocksDB.loadLibrary();
    }

    private final List<AutoCloseable> nativeObjects = new ArrayList<>();
    private final WriteOptions writeOptions = keep(new WriteOptions());
    private final RocksDB database;
    private final Map<String, byte[]> regions = new HashMap<>();
    private int lastRegion;

    private KeyValueStore(Path directory) throws RocksDBException {
        Options options = keep(new Options())
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxOpenFiles(MAX_OPEN_FILES)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(keep(new LRUCache(CACHE_BYTES)))
                        .setFilterPolicy(keep(new BloomFilter())));
        database = RocksDB.open(options, directory.toString());
        scan(ownKey(REGION_NAME, ""), null, (name, number) -> {
            regions.put(
                    new String(name, REGION_BYTES + 1, name.length - REGION_BYTES - 1, StandardCharsets.UTF_8), number);
            lastRegion = Math.max(lastRegion, ByteBuffer.wrap(number).getInt());
            return true;
        });
    }

    /** Opens the store in a directory, which is created if necessary; what cannot be opened is deleted, with a warning. */
    static KeyValueStore open(Path directory) {
        try {
            Files.createDirectories(directory);
            try {
                return new KeyValueStore(directory);
            } catch (RocksDBException e) {
                log.warn("the documents in {} are damaged and dropped: {}", directory, e.toString());
                FileSystemUtils.deleteRecursively(directory);
                Files.createDirectories(directory);
                return new KeyValueStore(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new IllegalStateException("the document store in " + directory + " cannot be opened", e);
        }
    }

    private <T extends AutoCloseable> T keep(T nativeObject) {
        nativeObjects.add(nativeObject);
        return nativeObject;
    }

    /** Key prefix of a region; made when it is new. */
    synchronized byte[] region(String name) {
        return regions.computeIfAbsent(name, added -> {
            byte[] number =
                    ByteBuffer.allocate(REGION_BYTES).putInt(++lastRegion).array();
            put(ownKey(REGION_NAME, name), number);
            return number;
        });
    }

    /** Whether a region was marked since it was made. */
    boolean isMarked(String region) {
        return get(ownKey(MARK, region)) != null;
    }

    /** Marks a region: what was to be written to it at first is there. */
    void mark(String region) {
        put(ownKey(MARK, region), new byte[0]);
    }

    /** Deletes a region with all that is in it. */
    synchronized void dropRegion(String name) {
        byte[] prefix = regions.remove(name);
        if (prefix == null) {
            return;
        }
        try (WriteBatch batch = new WriteBatch()) {
            batch.deleteRange(prefix, endOf(prefix));
            batch.delete(ownKey(REGION_NAME, name));
            batch.delete(ownKey(MARK, name));
            database.write(writeOptions, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes everything. */
    synchronized void clear() {
        try {
            database.deleteRange(writeOptions, new byte[0], new byte[] {-1});
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        regions.clear();
        lastRegion = 0;
    }

    /** Value of the whole store. */
    Optional<String> value(String name) {
        return Optional.ofNullable(get(ownKey(VALUE, name))).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Sets a value; it and all writes before it are on the disk when this returns. */
    void setValue(String name, String value) {
        put(ownKey(VALUE, name), value.getBytes(StandardCharsets.UTF_8));
        syncToDisk();
    }

    /** Removes a value; on the disk when this returns. */
    void removeValue(String name) {
        Changes changes = new Changes();
        changes.delete(ownKey(VALUE, name));
        write(changes);
        syncToDisk();
    }

    private void syncToDisk() {
        try {
            database.syncWal();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return database.get(key);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(byte[] key, byte[] value) {
        try {
            database.put(writeOptions, key, value);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes several keys, all or none. */
    void write(Changes changes) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Change change : changes.list) {
                if (change.value() == null) {
                    batch.delete(change.key());
                } else {
                    batch.put(change.key(), change.value());
                }
            }
            database.write(writeOptions, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Passes keys and values in order to a consumer until it returns false.
     *
     * @param from first key, included
     * @param to end, excluded; null: all keys that begin with {@code from}
     */
    void scan(byte[] from, byte @Nullable [] to, BiPredicate<byte[], byte[]> consumer) {
        try (Slice end = new Slice(to == null ? endOf(from) : to);
                ReadOptions options = new ReadOptions().setIterateUpperBound(end);
                RocksIterator iterator = database.newIterator(options)) {
            iterator.seek(from);
            while (iterator.isValid() && consumer.test(iterator.key(), iterator.value())) {
                iterator.next();
            }
            iterator.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        for (AutoCloseable each : nativeObjects.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Puts and deletions that are written together. */
    static final class Changes {

        private final List<Change> list = new ArrayList<>();

        void put(byte[] key, byte[] value) {
            list.add(new Change(key, value));
        }

        void delete(byte[] key) {
            list.add(new Change(key, null));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(byte[] key, byte @Nullable [] value) {}

    /** First key after all that begin with a prefix. */
    static byte[] endOf(byte[] prefix) {
        int last = prefix.length - 1;
        while (last >= 0 && prefix[last] == -1) {
            last--;
        }
        if (last < 0) {
            throw new IllegalArgumentException("no key follows this prefix");
        }
        byte[] end = Arrays.copyOf(prefix, last + 1);
        end[last]++;
        return end;
    }

    /** Order of keys. */
    static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** The parts one after the other. */
    static byte[] key(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer key = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            key.put(part);
        }
        return key.array();
    }

    /** Key in region 0. */
    private static byte[] ownKey(byte kind, String name) {
        return key(new byte[REGION_BYTES], new byte[] {kind}, name.getBytes(StandardCharsets.UTF_8));
    }
}
