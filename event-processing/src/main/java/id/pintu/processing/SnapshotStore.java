package id.pintu.processing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A service's case files, one MongoDB document each: {@code {_id: "K7QX-…", file: {version, state, seen, said,
 * outcomes}}}. It holds nothing that cannot be folded again from the ledger.
 *
 * <p>Saving keeps the higher version ({@code $max} compares embedded documents field by field, {@code version} first),
 * so an instance that slept through the loss of its partitions cannot overwrite what its successor knows.
 *
 * @param <S> the decider's state; a record Jackson can write and read
 */
public final class SnapshotStore<S> {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final Class<S> stateType;

    public SnapshotStore(MongoDatabase database, Class<S> stateType) {
        this.collection = database.getCollection("casebook");
        this.stateType = stateType;
    }

    /** What the service knows of one complaint, if it ever heard of it. */
    public Optional<S> find(ComplaintId id) {
        return Optional.ofNullable(collection.find(Filters.eq(id.value())).first())
                .map(found -> toSnapshot(found).state);
    }

    /** What the service knows of these complaints, with one read; one it never heard of is left out. */
    public Map<ComplaintId, S> find(Set<ComplaintId> ids) {
        Map<ComplaintId, S> states = new HashMap<>();
        load(ids).forEach((id, snapshot) -> states.put(id, snapshot.state));
        return states;
    }

    /** How a command ended, if its turn has come. */
    public Optional<CommandOutcome> commandOutcome(ComplaintId id, UUID command) {
        Document found = collection.find(Filters.eq(id.value())).first();
        return found == null
                ? Optional.empty()
                : toSnapshot(found).completed.stream()
                        .filter(outcome -> outcome.command().equals(command))
                        .map(outcome -> new CommandOutcome(outcome.refusal(), outcome.detail()))
                        .findFirst();
    }

    /** Goes through everything known, in no order. */
    public void forEach(BiConsumer<ComplaintId, S> consumer) {
        collection
                .find()
                .forEach(found -> consumer.accept(ComplaintId.parse(found.getString("_id")), toSnapshot(found).state));
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

    void save(Collection<ComplaintSnapshot<S>> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        for (ComplaintSnapshot<S> snapshot : changed) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq(snapshot.id.value()), Updates.max("file", toDocument(snapshot)), UPSERT));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    void drop() {
        collection.drop();
    }

    private Document toDocument(ComplaintSnapshot<S> snapshot) {
        List<Document> unconfirmed = new ArrayList<>();
        snapshot.unconfirmed.forEach((cause, entry) -> unconfirmed.add(new Document("cause", cause.toString())
                .append("place", entry.position())
                .append("events", entry.events().stream().map(Binary::new).toList())));
        return new Document("version", snapshot.version)
                .append("state", WireJsonMapper.MAPPER.convertValue(snapshot.state, Document.class))
                .append("seen", List.copyOf(snapshot.seen))
                .append("said", unconfirmed)
                .append(
                        "outcomes",
                        snapshot.completed.stream()
                                .map(outcome -> new Document(
                                                "command", outcome.command().toString())
                                        .append("refusal", outcome.refusal())
                                        .append("detail", outcome.detail()))
                                .toList());
    }

    private ComplaintSnapshot<S> toSnapshot(Document found) {
        Document snapshot = found.get("file", Document.class);
        Map<UUID, ComplaintSnapshot.UnconfirmedEvents> unconfirmed = new LinkedHashMap<>();
        for (Document entry : snapshot.getList("said", Document.class)) {
            unconfirmed.put(
                    UUID.fromString(entry.getString("cause")),
                    new ComplaintSnapshot.UnconfirmedEvents(
                            entry.getString("place"),
                            entry.getList("events", Binary.class).stream()
                                    .map(Binary::getData)
                                    .toList()));
        }
        return new ComplaintSnapshot<>(
                ComplaintId.parse(found.getString("_id")),
                snapshot.getLong("version"),
                WireJsonMapper.MAPPER.convertValue(snapshot.get("state", Document.class), stateType),
                new LinkedHashSet<>(snapshot.getList("seen", Long.class)),
                unconfirmed,
                snapshot.getList("outcomes", Document.class).stream()
                        .map(outcome -> new ComplaintSnapshot.CompletedCommand(
                                UUID.fromString(outcome.getString("command")),
                                outcome.getString("refusal"),
                                outcome.getString("detail")))
                        .toList());
    }
}
