package id.pintu.processing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.WireJsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/**
 * MongoDB repository of documents beside the snapshots. It is read by {@code _id} only, and like the snapshots it holds
 * nothing that cannot be rebuilt from the ledger.
 *
 * @param <T> type of the content
 */
public final class EventDocumentStore<T> {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final Class<T> type;

    /**
     * @param name of the collection
     */
    public EventDocumentStore(MongoDatabase database, String name, Class<T> type) {
        this.collection = database.getCollection(name);
        this.type = type;
    }

    /** The documents with these ids, in this order; those that do not exist are left out. */
    public List<T> find(List<String> ids) {
        Map<String, T> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in("_id", ids))
                    .forEach(each -> found.put(
                            each.getString("_id"),
                            WireJsonMapper.MAPPER.convertValue(each.get("content", Document.class), type)));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    void save(Collection<EventDocument> documents) {
        List<WriteModel<Document>> writes = new ArrayList<>(documents.size());
        for (EventDocument each : documents) {
            Document content = WireJsonMapper.MAPPER.convertValue(each.content(), Document.class);
            writes.add(new ReplaceOneModel<>(
                    Filters.eq(each.id()), new Document("_id", each.id()).append("content", content), UPSERT));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    void drop() {
        collection.drop();
    }
}
