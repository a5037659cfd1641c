package id.pintu.routing.mongo;

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
import id.pintu.events.RoutingEvent.RoutingAssessment.InstitutionLikelihood;
import id.pintu.events.WireJsonMapper;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import id.pintu.routing.handling.HandlingState;
import id.pintu.routing.handling.HandlingState.HandlingPhase;
import id.pintu.routing.registry.InstitutionRegistry;
import id.pintu.routing.registry.RegistryInstitution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * MongoDB repository of the complaints that wait for the national desk, one document each: {@code {_id: "K7QX-…", queue,
 * turn, state}}. A small collection of its own, so that listing a queue reads no other complaints.
 *
 * <p>Names of institutions and incidents are not stored, because they change independently: they are looked up when a
 * queue is listed. So writing needs no registry, which is not read yet while snapshots are rebuilt.
 */
@Component
public class DeskQueueStore implements IndexedCollection {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> waiting;
    private final Supplier<InstitutionRegistry> registry;

    public DeskQueueStore(MongoDatabase database, Supplier<InstitutionRegistry> registry) {
        this.waiting = database.getCollection("desk");
        this.registry = registry;
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("desk", "queue", "turn"));
    }

    /** Queue of the national desk. */
    public enum DeskQueue {
        DESK,
        ARBITER
    }

    /** Queues the complaints that are at the desk, and removes the others. */
    public void updateFrom(Map<ComplaintId, HandlingState> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> writes.add(
                state.phase() == HandlingPhase.AT_DESK
                        ? new ReplaceOneModel<>(Filters.eq(id.value()), document(id, state), UPSERT)
                        : new DeleteOneModel<>(Filters.eq(id.value()))));
        if (!writes.isEmpty()) {
            waiting.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private static Document document(ComplaintId id, HandlingState state) {
        DeskQueue queue = state.quarrel().dispute().isEmpty() ? DeskQueue.DESK : DeskQueue.ARBITER;
        return new Document("_id", id.value())
                .append("queue", queue.name())
                .append("turn", WaitingComplaint.cursor(id, state))
                .append("state", WireJsonMapper.MAPPER.convertValue(state, Document.class));
    }

    /**
     * One page of a queue, oldest first.
     *
     * @param after {@link WaitingComplaint#cursor()} of the last complaint of the page before; empty for the first page
     * @param without complaints to leave out
     * @param groups the incidents among the waiting complaints
     */
    public List<WaitingComplaint> list(
            DeskQueue queue, String after, Collection<ComplaintId> without, int limit, IncidentGroups groups) {
        List<WaitingComplaint> found = new ArrayList<>();
        waiting.find(Filters.and(
                        Filters.eq("queue", queue.name()),
                        Filters.gt("turn", after),
                        Filters.nin(
                                "_id", without.stream().map(ComplaintId::value).toList())))
                .sort(Sorts.ascending("turn"))
                .limit(limit)
                .forEach(each -> {
                    ComplaintId id = ComplaintId.parse(each.getString("_id"));
                    found.add(WaitingComplaint.of(id, state(each), this::nameOf, groups.incidentOf(id)));
                });
        return found;
    }

    /**
     * Code of one of the likely institutions of a waiting complaint.
     *
     * @param number its position in {@link WaitingComplaint#choices()}, from 1
     */
    public Optional<String> choice(ComplaintId id, int number) {
        Document found = waiting.find(Filters.eq(id.value())).first();
        List<InstitutionLikelihood> choices = found == null ? List.of() : WaitingComplaint.choices(state(found));
        return number < 1 || number > choices.size()
                ? Optional.empty()
                : Optional.of(choices.get(number - 1).institution());
    }

    private static HandlingState state(Document found) {
        return WireJsonMapper.MAPPER.convertValue(found.get("state", Document.class), HandlingState.class);
    }

    private String nameOf(String institution) {
        return registry.get()
                .institution(institution)
                .map(RegistryInstitution::name)
                .orElse(institution);
    }
}
