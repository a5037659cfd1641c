package id.pintu.processing;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * MongoDB repository of a service's complaint snapshots, one document each: {@code {_id: "K7QX-…", snapshot: {version,
 * content}}}, the content as bytes that only {@link SnapshotCodec} reads. It holds nothing that cannot be rebuilt from the
 * ledger. A snapshot with pending work also has {@code pending: true}, and is found by it.
 *
 * <p>A save keeps the higher version ({@code $max} compares embedded documents field by field, {@code version} first), so
 * an instance that wakes up after it lost its partitions cannot overwrite the newer snapshot of its successor.
 *
 * @param <S> the decider's state; a record that Jackson writes and reads
 */
public final class SnapshotStore<S> implements IndexedCollection {

    private static final String SNAPSHOTS = "snapshots";
    private static final String SNAPSHOT = "snapshot";
    private static final String VERSION = "version";
    private static final String CONTENT = "content";
    private static final String PENDING = "pending";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** A quarter of what MongoDB takes: a batch loads and saves hundreds of snapshots at once. */
    private static final int DEFAULT_MAX_BYTES = 4 * 1_024 * 1_024;

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> probes;
    private final SnapshotCodec<S> codec;
    private final Predicate<S> hasPendingWork;
    private final List<CollectionIndex> indexes;
    private volatile int maxBytes;

    /** Store without pending work. */
    public SnapshotStore(MongoDatabase database, Class<S> stateType) {
        this(database, stateType, DEFAULT_MAX_BYTES);
    }

    /**
     * Store without pending work, for a service with several processors.
     *
     * @param name of the collection; that of a service's first processor is {@code snapshots}
     */
    public SnapshotStore(MongoDatabase database, String name, Class<S> stateType) {
        this(database, name, stateType, state -> false, List.of(), DEFAULT_MAX_BYTES);
    }

    /**
     * Store with pending work, for a service with several processors.
     *
     * @param name of the collection; that of a service's first processor is {@code snapshots}
     * @param hasPendingWork whether {@link #forEachPending} finds a state
     */
    public SnapshotStore(MongoDatabase database, String name, Class<S> stateType, Predicate<S> hasPendingWork) {
        this(
                database,
                name,
                stateType,
                hasPendingWork,
                List.of(CollectionIndex.of(name, "snapshot.pending")),
                DEFAULT_MAX_BYTES);
    }

    /**
     * @param hasPendingWork whether {@link #forEachPending} finds a state
     */
    public SnapshotStore(MongoDatabase database, Class<S> stateType, Predicate<S> hasPendingWork) {
        this(
                database,
                SNAPSHOTS,
                stateType,
                hasPendingWork,
                List.of(CollectionIndex.of("snapshots", "snapshot.pending")),
                DEFAULT_MAX_BYTES);
    }

    SnapshotStore(MongoDatabase database, Class<S> stateType, int maxBytes) {
        this(database, SNAPSHOTS, stateType, state -> false, List.of(), maxBytes);
    }

    private SnapshotStore(
            MongoDatabase database,
            String name,
            Class<S> stateType,
            Predicate<S> hasPendingWork,
            List<CollectionIndex> indexes,
            int maxBytes) {
        this.indexes = indexes;
        this.hasPendingWork = hasPendingWork;
        this.database = database;
        this.collection = database.getCollection(name);
        this.probes = database.getCollection("probes");
        this.codec = new SnapshotCodec<>(stateType);
        this.maxBytes = maxBytes;
    }

    /** Sets how large a snapshot may be. */
    void limitBytes(int bytes) {
        maxBytes = bytes;
    }

    /** State of one complaint; empty when no record of it was processed. */
    public Optional<S> find(ComplaintId id) {
        return Optional.ofNullable(collection.find(Filters.eq(id.value())).first())
                .map(found -> toSnapshot(found).state);
    }

    /** States of these complaints, with one query; complaints without a snapshot are left out. */
    public Map<ComplaintId, S> find(Set<ComplaintId> ids) {
        Map<ComplaintId, S> states = new HashMap<>();
        load(ids).forEach((id, snapshot) -> states.put(id, snapshot.state));
        return states;
    }

    /** Outcome of a command; empty until it is processed, and when it was refused long ago. */
    public Optional<CommandOutcome> commandOutcome(ComplaintId id, UUID command) {
        Document found = collection.find(Filters.eq(id.value())).first();
        return found == null ? Optional.empty() : toSnapshot(found).outcomeOf(command);
    }

    /** Calls the consumer for each snapshot of the collection, in no order. */
    public void forEach(BiConsumer<ComplaintId, S> consumer) {
        passAll(collection.find(), consumer);
    }

    /** Calls the consumer for each snapshot with pending work, in no order; reads no others. */
    public void forEachPending(BiConsumer<ComplaintId, S> consumer) {
        passAll(collection.find(Filters.eq("snapshot.pending", true)), consumer);
    }

    private void passAll(FindIterable<Document> documents, BiConsumer<ComplaintId, S> consumer) {
        documents.forEach(found -> consumer.accept(ComplaintId.parse(found.getString("_id")), toSnapshot(found).state));
    }

    @Override
    public List<CollectionIndex> indexes() {
        return indexes;
    }

    Map<ComplaintId, ComplaintSnapshot<S>> load(Set<ComplaintId> ids) {
        Map<ComplaintId, ComplaintSnapshot<S>> loaded = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in("_id", ids.stream().map(ComplaintId::value).toList()))
                    .map(this::toSnapshot)
                    .forEach(snapshot -> loaded.put(snapshot.id, snapshot));
        }
        return loaded;
    }

    /**
     * Saves snapshots; those before the first one that fails may be saved.
     *
     * @throws SnapshotTooLargeException when one is too large
     */
    void save(Collection<ComplaintSnapshot<S>> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        for (ComplaintSnapshot<S> snapshot : changed) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq(snapshot.id.value()), Updates.max(SNAPSHOT, toDocument(snapshot)), UPSERT));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Fails when the store takes no write at all: then a failed save does not belong to the snapshot. */
    void requireWritable() {
        probes.replaceOne(Filters.eq("write"), new Document("taken", true), new ReplaceOptions().upsert(true));
    }

    /** Removes all snapshots. */
    void drop() {
        collection.drop();
        indexes.forEach(index -> index.createIn(database));
    }

    private Document toDocument(ComplaintSnapshot<S> snapshot) {
        byte[] content = codec.write(snapshot);
        if (content.length > maxBytes) {
            throw new SnapshotTooLargeException(content.length);
        }
        Document stored = new Document(VERSION, snapshot.version).append(CONTENT, new Binary(content));
        return hasPendingWork.test(snapshot.state) ? stored.append(PENDING, true) : stored;
    }

    private ComplaintSnapshot<S> toSnapshot(Document found) {
        Document snapshot = found.get(SNAPSHOT, Document.class);
        return codec.read(
                ComplaintId.parse(found.getString("_id")),
                snapshot.getLong(VERSION),
                snapshot.get(CONTENT, Binary.class).getData());
    }
}
