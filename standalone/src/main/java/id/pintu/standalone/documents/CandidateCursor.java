package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Cursor over a collection that keeps no documents, only the position of the next one and, for a secondary index, those of all.
 * Like MongoDB's, it shows changes that are made while it is read.
 */
final class CandidateCursor extends AbstractCursor {

    /** Documents of a batch when the client does not say. */
    private static final int DEFAULT_BATCH = 1_000;

    /** A reply of the server has at most 48 MB. */
    private static final int MAX_BATCH_BYTES = 16 << 20;

    private final PersistentMongoCollection collection;
    private final Document query;
    private final PersistentMongoCollection.Candidates candidates;
    private byte[] next = new byte[0];
    private boolean exhausted;

    CandidateCursor(
            long id,
            PersistentMongoCollection collection,
            Document query,
            PersistentMongoCollection.Candidates candidates) {
        super(id);
        this.collection = collection;
        this.query = query;
        this.candidates = candidates;
    }

    @Override
    public synchronized boolean isEmpty() {
        return exhausted;
    }

    @Override
    public synchronized List<Document> takeDocuments(int numberToReturn) {
        int batch = numberToReturn > 0 ? numberToReturn : DEFAULT_BATCH;
        List<Document> taken = new ArrayList<>();
        int[] bytesTaken = {0};
        exhausted = true;
        candidates.scan(next, (position, bytes) -> {
            Document document = PersistentMongoCollection.decode(bytes);
            if (!collection.matches(document, query)) {
                return true;
            }
            if (taken.size() == batch || (!taken.isEmpty() && bytesTaken[0] + bytes.length > MAX_BATCH_BYTES)) {
                next = position;
                exhausted = false;
                return false;
            }
            bytesTaken[0] += bytes.length;
            return taken.add(document);
        });
        return taken;
    }
}
