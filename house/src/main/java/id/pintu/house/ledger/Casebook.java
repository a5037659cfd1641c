package id.pintu.house.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.WireJson;
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
public final class Casebook<S> {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> files;
    private final Class<S> stateType;

    public Casebook(MongoDatabase database, Class<S> stateType) {
        this.files = database.getCollection("casebook");
        this.stateType = stateType;
    }

    /** What the service knows of one complaint, if it ever heard of it. */
    public Optional<S> find(ComplaintId id) {
        return Optional.ofNullable(files.find(Filters.eq(id.value())).first()).map(found -> file(found).state);
    }

    /** What the service knows of these complaints, with one read; one it never heard of is left out. */
    public Map<ComplaintId, S> find(Set<ComplaintId> ids) {
        Map<ComplaintId, S> known = new HashMap<>();
        load(ids).forEach((id, file) -> known.put(id, file.state));
        return known;
    }

    /** How a command ended, if its turn has come. */
    public Optional<CommandOutcome> outcome(ComplaintId id, UUID command) {
        Document found = files.find(Filters.eq(id.value())).first();
        return found == null
                ? Optional.empty()
                : file(found).outcomes.stream()
                        .filter(outcome -> outcome.command().equals(command))
                        .map(outcome -> new CommandOutcome(outcome.refusal(), outcome.detail()))
                        .findFirst();
    }

    /** Goes through everything known, in no order. */
    public void forEach(BiConsumer<ComplaintId, S> reader) {
        files.find().forEach(found -> reader.accept(ComplaintId.parse(found.getString("_id")), file(found).state));
    }

    Map<ComplaintId, CaseFile<S>> load(Set<ComplaintId> ids) {
        Map<ComplaintId, CaseFile<S>> loaded = new HashMap<>();
        if (!ids.isEmpty()) {
            files.find(Filters.in("_id", ids.stream().map(ComplaintId::value).toList()))
                    .map(this::file)
                    .forEach(file -> loaded.put(file.id, file));
        }
        return loaded;
    }

    void save(Collection<CaseFile<S>> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        for (CaseFile<S> file : changed) {
            writes.add(new UpdateOneModel<>(Filters.eq(file.id.value()), Updates.max("file", document(file)), UPSERT));
        }
        if (!writes.isEmpty()) {
            files.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    void drop() {
        files.drop();
    }

    private Document document(CaseFile<S> file) {
        List<Document> said = new ArrayList<>();
        file.said.forEach((cause, answer) -> said.add(new Document("cause", cause.toString())
                .append("place", answer.place())
                .append("events", answer.events().stream().map(Binary::new).toList())));
        return new Document("version", file.version)
                .append("state", WireJson.MAPPER.convertValue(file.state, Document.class))
                .append("seen", List.copyOf(file.seen))
                .append("said", said)
                .append(
                        "outcomes",
                        file.outcomes.stream()
                                .map(outcome -> new Document(
                                                "command", outcome.command().toString())
                                        .append("refusal", outcome.refusal())
                                        .append("detail", outcome.detail()))
                                .toList());
    }

    private CaseFile<S> file(Document found) {
        Document file = found.get("file", Document.class);
        Map<UUID, CaseFile.Said> said = new LinkedHashMap<>();
        for (Document answer : file.getList("said", Document.class)) {
            said.put(
                    UUID.fromString(answer.getString("cause")),
                    new CaseFile.Said(
                            answer.getString("place"),
                            answer.getList("events", Binary.class).stream()
                                    .map(Binary::getData)
                                    .toList()));
        }
        return new CaseFile<>(
                ComplaintId.parse(found.getString("_id")),
                file.getLong("version"),
                WireJson.MAPPER.convertValue(file.get("state", Document.class), stateType),
                new LinkedHashSet<>(file.getList("seen", Long.class)),
                said,
                file.getList("outcomes", Document.class).stream()
                        .map(outcome -> new CaseFile.Outcome(
                                UUID.fromString(outcome.getString("command")),
                                outcome.getString("refusal"),
                                outcome.getString("detail")))
                        .toList());
    }
}
