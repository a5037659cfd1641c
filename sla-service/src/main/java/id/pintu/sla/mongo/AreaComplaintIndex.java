package id.pintu.sla.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.processing.SnapshotStore;
import id.pintu.sla.clock.ComplaintClockState;
import id.pintu.sla.oversight.OversightQuery;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * MongoDB index of complaints by the areas that they were assigned in, each institution and each province, and by the month
 * of receipt: one document {@code {_id: "D.51.71/2026-06/K7QX-…"}} for each, found by a range of {@code _id}.
 *
 * <p>Entries are only ever added, so a write repeated changes nothing; who reads it checks where a complaint is now.
 */
public final class AreaComplaintIndex {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String COMPLETE = "complete";
    private static final int REMEMBERED = 50_000;
    private static final int WRITTEN_AT_ONCE = 500;

    private final MongoCollection<Document> collection;
    private final Map<ComplaintId, Set<String>> written = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ComplaintId, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public AreaComplaintIndex(MongoDatabase database) {
        this.collection = database.getCollection("complaints-by-area");
    }

    /** Adds all complaints of the snapshot store, unless that was done before. */
    public void complete(SnapshotStore<ComplaintClockState> snapshots) {
        if (collection.find(Filters.eq(COMPLETE)).first() == null) {
            Map<ComplaintId, ComplaintClockState> batch = new LinkedHashMap<>();
            snapshots.forEach((id, clocks) -> {
                batch.put(id, clocks);
                if (batch.size() == WRITTEN_AT_ONCE) {
                    add(batch);
                    batch.clear();
                }
            });
            add(batch);
            collection.replaceOne(Filters.eq(COMPLETE), new Document(), UPSERT);
        }
    }

    /** Adds changed complaints. */
    public synchronized void add(Map<ComplaintId, ComplaintClockState> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        Map<ComplaintId, Set<String>> added = new LinkedHashMap<>();
        changed.forEach((id, clocks) -> {
            Set<String> keys = keys(clocks);
            if (!keys.equals(written.get(id))) {
                keys.forEach(key -> writes.add(write(key + "/" + id)));
                added.put(id, keys);
            }
        });
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            written.putAll(added);
        }
    }

    /** Complaints received in these months that were ever assigned in this area. */
    public Set<ComplaintId> find(String area, YearMonth from, YearMonth to) {
        Set<ComplaintId> found = new LinkedHashSet<>();
        collection
                .find(Filters.and(
                        Filters.gte("_id", area + "/" + from), Filters.lt("_id", area + "/" + to.plusMonths(1))))
                .forEach(entry -> {
                    String id = entry.getString("_id");
                    found.add(ComplaintId.parse(id.substring(id.lastIndexOf('/') + 1)));
                });
        return found;
    }

    private static Set<String> keys(ComplaintClockState clocks) {
        String month = YearMonth.from(OversightQuery.received(clocks)).toString();
        Set<String> keys = new LinkedHashSet<>();
        OversightQuery.areas(clocks).forEach(area -> keys.add(area + "/" + month));
        return keys;
    }

    private static WriteModel<Document> write(String id) {
        return new ReplaceOneModel<>(Filters.eq(id), new Document(), UPSERT);
    }
}
