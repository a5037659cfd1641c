package id.pintu.standalone.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collection whose documents are BSON in a region of the store, under their encoded {@code _id}. */
final class PersistentMongoCollection extends AbstractSynchronizedMongoCollection<StoreKey> {

    private static final byte[] BEGINNING = new byte[0];
    private static final Document EVERYTHING = new Document();

    private final KeyValueStore store;
    private final byte[] prefix;

    /** Number of documents; negative until they are counted. */
    private int count = -1;

    PersistentMongoCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            KeyValueStore store,
            byte[] prefix) {
        super(database, name, options, cursors);
        this.store = store;
        this.prefix = prefix;
    }

    byte[] prefix() {
        return prefix;
    }

    StoreKey positionOf(Document document) {
        String idField = getIdField();
        // The server's own list of indexes has documents without an identity.
        Object id = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
        return new StoreKey(KeyValueStore.key(prefix, OrderedKeyCodec.encode(id)));
    }

    boolean contains(StoreKey position) {
        return store.get(position.bytes()) != null;
    }

    /** Adds an index, and enters all documents into one that is new. */
    @Override
    public synchronized void addIndex(Index<StoreKey> index) {
        if (index instanceof OrderedIndex ordered && ordered.isToBeFilled()) {
            store.scan(prefix, null, (position, bytes) -> {
                KeyValueStore.Changes changes = new KeyValueStore.Changes();
                ordered.entriesOf(decode(bytes), position).forEach(entry -> changes.put(entry.bytes(), position));
                store.write(changes);
                return true;
            });
            ordered.markFilled();
        }
        super.addIndex(index);
    }

    @Override
    protected StoreKey addDocumentInternal(Document document) {
        StoreKey position = positionOf(document);
        write(position.bytes(), null, document);
        count += count < 0 ? 0 : 1;
        return position;
    }

    @Override
    protected void handleUpdate(StoreKey position, Document before, Document after) {
        write(position.bytes(), before, after);
    }

    @Override
    protected void removeDocument(StoreKey position) {
        write(position.bytes(), getDocument(position), null);
        count -= count < 0 ? 0 : 1;
    }

    /** Writes a document and its entries in the indexes, all or nothing. */
    private void write(byte[] position, @Nullable Document before, @Nullable Document after) {
        KeyValueStore.Changes changes = new KeyValueStore.Changes();
        if (after == null) {
            changes.delete(position);
        } else {
            changes.put(position, encode(after));
        }
        indexes().filter(index -> !index.isPrimary()).forEach(index -> {
            Set<StoreKey> old = before == null ? Set.of() : index.entriesOf(before, position);
            Set<StoreKey> current = after == null ? Set.of() : index.entriesOf(after, position);
            old.stream().filter(entry -> !current.contains(entry)).forEach(entry -> changes.delete(entry.bytes()));
            current.stream()
                    .filter(entry -> !old.contains(entry))
                    .forEach(entry -> changes.put(entry.bytes(), position));
        });
        store.write(changes);
    }

    private Stream<OrderedIndex> indexes() {
        return getIndexes().stream().filter(OrderedIndex.class::isInstance).map(OrderedIndex.class::cast);
    }

    @Override
    protected @Nullable Document getDocument(StoreKey position) {
        byte[] bytes = store.get(position.bytes());
        return bytes == null ? null : decode(bytes);
    }

    /** Reads in batches where the order of the keys will do. */
    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        Document query = selector.get("$query") instanceof Document wrapped ? wrapped : selector;
        if (selector.get("$orderby") != null
                || parameters.getNumberToSkip() != 0
                || parameters.getLimit() != 0
                || parameters.getProjection() != null) {
            return super.handleQuery(parameters);
        }
        CandidateCursor cursor = new CandidateCursor(cursorRegistry.generateCursorId(), this, query, candidates(query));
        List<Document> first = cursor.takeDocuments(parameters.getBatchSize());
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    /** All of it at once, as the server's own commands need it. */
    @Override
    public synchronized QueryResult handleQuery(Document query, int numberToSkip, int limit) {
        return super.handleQuery(new QueryParameters(query, numberToSkip, limit));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        // Only without an order and a part left out can the reading end before the last candidate.
        boolean bounded = limit > 0 && skip == 0 && (orderBy == null || orderBy.isEmpty());
        List<Document> found = new ArrayList<>();
        candidates(query).scan(BEGINNING, (position, bytes) -> {
            Document document = decode(bytes);
            if (documentMatchesQuery(document, query)) {
                found.add(document);
            }
            return !bounded || found.size() < limit;
        });
        List<Document> inOrder = isNaturalDescending(orderBy) ? found.reversed() : found;
        return matchDocumentsFromStream(inOrder.stream(), EVERYTHING, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    boolean matches(Document document, Document query) {
        return documentMatchesQuery(document, query);
    }

    /** Documents that a query may match, in the order of their positions. */
    interface Candidates {

        /**
         * Passes positions and stored documents to a consumer until it returns false.
         *
         * @param from first position
         */
        void scan(byte[] from, BiPredicate<byte[], byte[]> consumer);
    }

    /** Those of the index that narrows the query most, or all. */
    private Candidates candidates(Document query) {
        return indexes()
                .flatMap(index -> index.plan(query).map(plan -> new IndexChoice(index, plan)).stream())
                .max(Comparator.comparingInt(IndexChoice::rank))
                .map(choice ->
                        choice.index.isPrimary() ? inRanges(choice.plan.ranges()) : at(positions(choice.plan.ranges())))
                .orElseGet(() -> inRanges(List.of(KeyRange.startingWith(prefix))));
    }

    private record IndexChoice(OrderedIndex index, IndexPlan plan) {

        int rank() {
            return index.isPrimary() && plan.exact() ? Integer.MAX_VALUE : 2 * plan.fields() - (plan.exact() ? 0 : 1);
        }
    }

    private Candidates inRanges(List<KeyRange> ranges) {
        return (from, consumer) -> {
            boolean[] more = {true};
            for (KeyRange range : ranges) {
                if (more[0] && KeyValueStore.compare(from, range.to()) < 0) {
                    byte[] start = KeyValueStore.compare(range.from(), from) < 0 ? from : range.from();
                    store.scan(start, range.to(), (position, bytes) -> more[0] = consumer.test(position, bytes));
                }
            }
        };
    }

    private Candidates at(NavigableSet<StoreKey> positions) {
        return (from, consumer) -> {
            for (StoreKey position : positions.tailSet(new StoreKey(from))) {
                byte[] bytes = store.get(position.bytes());
                if (bytes != null && !consumer.test(position.bytes(), bytes)) {
                    return;
                }
            }
        };
    }

    /** Positions in a secondary index; a document has several entries there when a field is an array. */
    private NavigableSet<StoreKey> positions(List<KeyRange> ranges) {
        NavigableSet<StoreKey> positions = new TreeSet<>();
        for (KeyRange range : ranges) {
            store.scan(range.from(), range.to(), (entry, position) -> {
                positions.add(new StoreKey(position));
                return true;
            });
        }
        return positions;
    }

    @Override
    protected Stream<DocumentWithPosition<StoreKey>> streamAllDocumentsWithPosition() {
        List<DocumentWithPosition<StoreKey>> all = new ArrayList<>();
        store.scan(
                prefix,
                null,
                (position, bytes) -> all.add(new DocumentWithPosition<>(decode(bytes), new StoreKey(position))));
        return all.stream();
    }

    @Override
    public synchronized int count() {
        if (count < 0) {
            int[] counted = {0};
            store.scan(prefix, null, (position, bytes) -> ++counted[0] > 0);
            count = counted[0];
        }
        return count;
    }

    @Override
    public synchronized boolean isEmpty() {
        boolean[] found = {false};
        store.scan(prefix, null, (position, bytes) -> {
            found[0] = true;
            return false;
        });
        return !found[0];
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    private static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, buffer);
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
