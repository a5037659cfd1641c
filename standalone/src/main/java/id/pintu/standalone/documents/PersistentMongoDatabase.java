package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Database of the document store; each collection and each index is a region of the key-value store. */
final class PersistentMongoDatabase extends AbstractSynchronizedMongoDatabase<StoreKey> {

    private final KeyValueStore store;
    private final Map<String, PersistentMongoCollection> opened = new HashMap<>();

    PersistentMongoDatabase(String name, CursorRegistry cursors, KeyValueStore store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected synchronized MongoCollection<StoreKey> openOrCreateCollection(String name, CollectionOptions options) {
        PersistentMongoCollection collection = new PersistentMongoCollection(
                this, name, options, cursorRegistry, store, store.region(getFullCollectionNamespace(name)));
        opened.put(name, collection);
        return collection;
    }

    @Override
    protected Index<StoreKey> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() != 1 || !keys.getFirst().getKey().equals("_id")) {
            throw new MongoServerException("unique indexes are supported on _id only");
        }
        return OrderedIndex.primary(collection(collection), name, keys);
    }

    @Override
    protected Index<StoreKey> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return OrderedIndex.secondary(collection(collection), name, keys, store, indexRegion(collection, name));
    }

    private synchronized PersistentMongoCollection collection(String name) {
        return Objects.requireNonNull(opened.get(name));
    }

    private String indexRegion(String collection, String index) {
        return getFullCollectionNamespace(collection) + "#" + index;
    }

    @Override
    protected void dropIndex(MongoCollection<StoreKey> collection, String indexName) {
        super.dropIndex(collection, indexName);
        store.dropRegion(indexRegion(collection.getCollectionName(), indexName));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.dropRegion(getFullCollectionNamespace(collectionName));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        throw new MongoServerException("collections cannot be renamed");
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
