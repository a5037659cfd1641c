package id.pintu.routing.training;

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
import id.pintu.events.InstitutionRef;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.learning.TrainingExample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * MongoDB repository of training examples: reports that an institution has accepted. Shared by all instances, and
 * rebuilt from the ledger after the collection was dropped.
 */
@Component
public class TrainingExampleRepository implements IndexedCollection {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    TrainingExampleRepository(MongoDatabase database) {
        this.collection = database.getCollection("lessons");
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("lessons", "at"));
    }

    /** Updates the examples of changed complaints; the example of a complaint that was returned later is deleted. */
    public void updateFrom(Map<ComplaintId, HandlingState> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> toTrainingExample(id, state)
                .ifPresentOrElse(
                        example -> writes.add(
                                new ReplaceOneModel<>(Filters.eq(id.value()), document(id, example), UPSERT)),
                        () -> {
                            if (!state.quarrel().refusedBy().isEmpty()) {
                                writes.add(new DeleteOneModel<>(Filters.eq(id.value())));
                            }
                        }));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    long count() {
        return collection.countDocuments();
    }

    /** The newest examples. */
    List<TrainingExample> newest(int limit) {
        List<TrainingExample> newest = new ArrayList<>();
        collection
                .find()
                .sort(Sorts.descending("at"))
                .limit(limit)
                .forEach(each ->
                        newest.add(WireJsonMapper.MAPPER.readValue(each.getString("example"), TrainingExample.class)));
        return newest;
    }

    private static Optional<TrainingExample> toTrainingExample(ComplaintId id, HandlingState state) {
        return state.quarrel()
                .verifiedBy()
                .filter(code -> state.responsible()
                        .map(InstitutionRef::code)
                        .filter(code::equals)
                        .isPresent())
                .flatMap(code -> state.report()
                        .map(report -> new TrainingExample(
                                state.submittedAt().map(Instant::toString).orElse("") + "/" + id.value(),
                                report,
                                code)));
    }

    private static Document document(ComplaintId id, TrainingExample example) {
        return new Document("_id", id.value())
                .append("at", example.id())
                .append("example", WireJsonMapper.MAPPER.writeValueAsString(example));
    }
}
