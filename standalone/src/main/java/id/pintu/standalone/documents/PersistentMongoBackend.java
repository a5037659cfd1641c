package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.nio.file.Path;
import java.util.Optional;

/** Backend of mongo-java-server that keeps all documents in a directory. */
public final class PersistentMongoBackend extends AbstractMongoBackend {

    private final KeyValueStore store;
    private Runnable beforeClose = () -> {};

    private PersistentMongoBackend(KeyValueStore store) {
        this.store = store;
    }

    /** Opens the store in a directory, which is created if necessary. */
    public static PersistentMongoBackend open(Path directory) {
        return new PersistentMongoBackend(KeyValueStore.open(directory));
    }

    /** Deletes all documents and values; to be called before a client connects. */
    public void clear() {
        store.clear();
    }

    /** Value that was set for the store as a whole. */
    public Optional<String> value(String name) {
        return store.value(name);
    }

    /** Sets a value for the store as a whole; all writes before it are on the disk when it returns. */
    public void setValue(String name, String value) {
        store.setValue(name, value);
    }

    /** Removes a value; on the disk when it returns. */
    public void removeValue(String name) {
        store.removeValue(name);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new PersistentMongoDatabase(databaseName, getCursorRegistry(), store);
    }

    /** Sets what is done in the end, when no client writes any more and the store is still open. */
    public void beforeClose(Runnable task) {
        beforeClose = task;
    }

    @Override
    public void close() {
        super.close();
        beforeClose.run();
        store.close();
    }
}
