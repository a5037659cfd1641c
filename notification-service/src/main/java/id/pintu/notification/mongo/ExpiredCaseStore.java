package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import id.pintu.events.ComplaintId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * MongoDB collection {@code expired-cases} of complaints of which a clock has run out lately: {@code {_id: complaint id, at:
 * ISO-8601}}. It is small, and read as a whole; what it says is looked up in the snapshots.
 */
public final class ExpiredCaseStore {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> cases;

    public ExpiredCaseStore(MongoDatabase database) {
        this.cases = database.getCollection("expired-cases");
    }

    /**
     * @param at time of the latest expiry
     */
    public void put(ComplaintId id, Instant at) {
        cases.replaceOne(Filters.eq(id.value()), new Document("_id", id.value()).append("at", at.toString()), UPSERT);
    }

    /** All of them, with the time of their latest expiry. */
    public Map<ComplaintId, Instant> all() {
        Map<ComplaintId, Instant> found = new HashMap<>();
        cases.find()
                .forEach(each ->
                        found.put(ComplaintId.parse(each.getString("_id")), Instant.parse(each.getString("at"))));
        return found;
    }

    /** Removes a complaint, unless a clock of it has run out since. */
    public void remove(ComplaintId id, Instant at) {
        cases.deleteOne(Filters.and(Filters.eq(id.value()), Filters.eq("at", at.toString())));
    }
}
