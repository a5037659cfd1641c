package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cursor over a collection that keeps the position of the next document only, so that an abandoned one holds nothing. Like
 * MongoDB's, it shows changes that are made while it is read.
 */
final class ScanCursor extends AbstractCursor {

    /** Documents of a batch when the client does not say. */
    private static final int DEFAULT_BATCH = 1_000;

    private final PersistentMongoCollection collection;
    private final Document query;
    private byte @Nullable [] next;
    private boolean exhausted;

    ScanCursor(long id, PersistentMongoCollection collection, Document query) {
        super(id);
        this.collection = collection;
        this.query = query;
    }

    @Override
    public synchronized boolean isEmpty() {
        return exhausted;
    }

    @Override
    public synchronized List<Document> takeDocuments(int numberToReturn) {
        int batch = numberToReturn > 0 ? numberToReturn : DEFAULT_BATCH;
        List<Document> taken = new ArrayList<>();
        exhausted = true;
        collection.scan(query, next, (position, document) -> {
            if (!collection.matches(document, query)) {
                return true;
            }
            if (taken.size() == batch) {
                next = position;
                exhausted = false;
                return false;
            }
            return taken.add(document);
        });
        return taken;
    }
}
