package id.pintu.routing.http;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.handling.Handling.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Which complaints tell of the same thing, and where each is now; only those that repeat another. */
@Component
public class IncidentBook {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> repeats;

    IncidentBook(MongoDatabase database) {
        this.repeats = database.getCollection("repeats");
    }

    /** Takes note of repeats, and of where they are now. */
    public void note(Map<ComplaintId, Handling> states) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> state.family().repeats().ifPresent(first -> {
            Document repeat = new Document("_id", id.value())
                    .append("first", first.value())
                    .append(
                            "institution",
                            state.responsible().map(Institution::code).orElse(""))
                    .append("open", state.phase() == Phase.AT_INSTITUTION);
            writes.add(new ReplaceOneModel<>(Filters.eq(id.value()), repeat, UPSERT));
        }));
        if (!writes.isEmpty()) {
            repeats.bulkWrite(writes);
        }
    }

    /** What this institution has that repeats something, still to be answered. */
    List<Repeat> at(String institution) {
        List<Repeat> found = new ArrayList<>();
        repeats.find(Filters.and(Filters.eq("institution", institution), Filters.eq("open", true)))
                .forEach(each -> found.add(new Repeat(
                        ComplaintId.parse(each.getString("_id")), ComplaintId.parse(each.getString("first")))));
        return found;
    }

    /**
     * @param first the first complaint that told of the same thing
     */
    record Repeat(ComplaintId complaintId, ComplaintId first) {}
}
