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
import id.pintu.routing.units.UnitDisposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * MongoDB repository of dispositions: the unit that each complaint's institution last gave it to. Shared by all instances, and
 * rebuilt from the ledger after the collection was dropped.
 */
@Component
public class UnitDispositionRepository implements IndexedCollection {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    public UnitDispositionRepository(MongoDatabase database) {
        this.collection = database.getCollection("dispositions");
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("dispositions", "institution", "at"));
    }

    /** Updates the dispositions of changed complaints; that of a complaint which another institution got is deleted. */
    public void updateFrom(Map<ComplaintId, HandlingState> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> document(id, state)
                .ifPresentOrElse(
                        document -> writes.add(new ReplaceOneModel<>(Filters.eq(id.value()), document, UPSERT)), () -> {
                            if (!state.quarrel().refusedBy().isEmpty()) {
                                writes.add(new DeleteOneModel<>(Filters.eq(id.value())));
                            }
                        }));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Number of dispositions of an institution. */
    long countOf(String institution) {
        return collection.countDocuments(Filters.eq("institution", institution));
    }

    /** The newest dispositions of an institution. */
    List<UnitDisposition> newestOf(String institution, int limit) {
        List<UnitDisposition> newest = new ArrayList<>();
        collection
                .find(Filters.eq("institution", institution))
                .sort(Sorts.descending("at"))
                .limit(limit)
                .forEach(each -> newest.add(
                        WireJsonMapper.MAPPER.readValue(each.getString("disposition"), UnitDisposition.class)));
        return newest;
    }

    private static Optional<Document> document(ComplaintId id, HandlingState state) {
        return state.responsible()
                .map(InstitutionRef::code)
                .flatMap(code -> state.unit()
                        .flatMap(unit -> state.report().map(report -> {
                            String at =
                                    state.submittedAt().map(Instant::toString).orElse("") + "/" + id.value();
                            return new Document("_id", id.value())
                                    .append("institution", code)
                                    .append("at", at)
                                    .append(
                                            "disposition",
                                            WireJsonMapper.MAPPER.writeValueAsString(
                                                    new UnitDisposition(at, report, unit)));
                        })));
    }
}
