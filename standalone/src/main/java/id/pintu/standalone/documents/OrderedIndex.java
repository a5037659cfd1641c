package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Index whose keys are in order: that on {@code _id}, which is the collection itself, or one on other fields, which holds the
 * position of each document under the values of its fields. The collection writes both with the document; so what
 * the server asks an index to write is done already.
 */
final class OrderedIndex extends Index<StoreKey> {

    private final PersistentMongoCollection collection;
    private final boolean primary;
    private final byte[] prefix;
    private final Runnable markFilled;
    private boolean toBeFilled;

    private OrderedIndex(
            PersistentMongoCollection collection,
            String name,
            List<IndexKey> keys,
            byte[] prefix,
            boolean primary,
            boolean toBeFilled,
            Runnable markFilled) {
        super(name, keys, !primary); // an index that may lack documents is sparse to the server
        this.collection = collection;
        this.prefix = prefix;
        this.primary = primary;
        this.toBeFilled = toBeFilled;
        this.markFilled = markFilled;
    }

    static OrderedIndex primary(PersistentMongoCollection collection, String name, List<IndexKey> keys) {
        return new OrderedIndex(collection, name, keys, collection.prefix(), true, false, () -> {});
    }

    /** Opens an index in a region of the store; one that was not filled to the end begins anew. */
    static OrderedIndex secondary(
            PersistentMongoCollection collection,
            String name,
            List<IndexKey> keys,
            KeyValueStore store,
            String region) {
        boolean filled = store.isMarked(region);
        if (!filled) {
            store.dropRegion(region);
        }
        return new OrderedIndex(collection, name, keys, store.region(region), false, !filled, () -> store.mark(region));
    }

    boolean isToBeFilled() {
        return toBeFilled;
    }

    void markFilled() {
        markFilled.run();
        toBeFilled = false;
    }

    boolean isPrimary() {
        return primary;
    }

    Optional<IndexPlan> plan(Document query) {
        return IndexPlan.of(prefix, keys(), primary, query);
    }

    /** Keys under which the index has a document at this position: one, or one for each element of an array. */
    Set<StoreKey> entriesOf(Document document, byte[] position) {
        return getKeyValues(withoutEmptyArrays(document)).stream()
                .map(values -> new StoreKey(KeyValueStore.key(
                        prefix,
                        values.stream().map(OrderedKeyCodec::encode).reduce(new byte[0], KeyValueStore::key),
                        position)))
                .collect(Collectors.toSet());
    }

    /** An empty array has no element to be found by; the document is found by its other fields. */
    private Document withoutEmptyArrays(Document document) {
        Document copy = document.clone();
        for (String key : keys()) {
            if (copy.get(key) instanceof Collection<?> values && values.isEmpty()) {
                copy.put(key, null);
            }
        }
        return copy;
    }

    @Override
    public @Nullable StoreKey getPosition(Document document) {
        return primary ? collection.positionOf(document) : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoreKey> unused) {
        if (primary && collection.contains(collection.positionOf(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, StoreKey position, MongoCollection<StoreKey> unused) {}

    @Override
    public @Nullable StoreKey remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return plan(query).isPresent();
    }

    @Override
    public Iterable<StoreKey> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection reads the ranges of a plan");
    }

    @Override
    public long getCount() {
        return collection.count();
    }

    /** Never: a new index is filled when it is made. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public boolean isUnique() {
        return primary;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoreKey> unused) {}

    @Override
    public void updateInPlace(Document before, Document after, StoreKey position, MongoCollection<StoreKey> unused) {}

    @Override
    public void drop() {}
}
