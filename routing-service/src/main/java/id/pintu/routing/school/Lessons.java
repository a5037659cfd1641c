package id.pintu.routing.school;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.events.WireJson;
import id.pintu.routing.handling.Handling;
import id.pintu.routing.learning.Example;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The reports whose institution took them as its own, in a collection of their own: shared by all instances, and folded
 * anew from the ledger when the store was dropped.
 */
@Component
public class Lessons {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> lessons;

    Lessons(MongoDatabase database) {
        this.lessons = database.getCollection("lessons");
    }

    /** Takes note of where complaints are now; one that went elsewhere is no lesson any more. */
    public void note(Map<ComplaintId, Handling> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> writes.add(lesson(id, state)
                .<WriteModel<Document>>map(
                        lesson -> new ReplaceOneModel<>(Filters.eq(id.value()), document(id, lesson), UPSERT))
                .orElseGet(() -> new DeleteOneModel<>(Filters.eq(id.value())))));
        if (!writes.isEmpty()) {
            lessons.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    long count() {
        return lessons.countDocuments();
    }

    /** The newest so many. */
    List<Example> newest(int most) {
        List<Example> newest = new ArrayList<>();
        lessons.find()
                .sort(Sorts.descending("at"))
                .limit(most)
                .forEach(each -> newest.add(WireJson.MAPPER.readValue(each.getString("example"), Example.class)));
        return newest;
    }

    private static Optional<Example> lesson(ComplaintId id, Handling state) {
        return state.verified()
                .filter(code -> state.responsible()
                        .map(Institution::code)
                        .filter(code::equals)
                        .isPresent())
                .flatMap(code -> state.report()
                        .map(report -> new Example(
                                state.submittedAt().map(Instant::toString).orElse("") + "/" + id.value(),
                                report,
                                code)));
    }

    private static Document document(ComplaintId id, Example lesson) {
        return new Document("_id", id.value())
                .append("at", lesson.id())
                .append("example", WireJson.MAPPER.writeValueAsString(lesson));
    }
}
