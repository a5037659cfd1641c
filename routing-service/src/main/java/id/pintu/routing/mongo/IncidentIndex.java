package id.pintu.routing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.InstitutionRef;
import id.pintu.events.SubmittedReport;
import id.pintu.processing.SnapshotStore;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import id.pintu.routing.handling.HandlingState;
import id.pintu.support.keys.StoredInstitutionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * MongoDB index of incidents: open complaints that repeat another one, with the institution or desk that holds each now.
 * Other complaints are not in it, and repeats only while they are open, so a query reads few documents.
 */
@Component
public class IncidentIndex implements IndexedCollection {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int MAX_EXCERPT_LENGTH = 300;

    private final MongoCollection<Document> repeats;
    private final SnapshotStore<HandlingState> snapshots;

    public IncidentIndex(MongoDatabase database, SnapshotStore<HandlingState> snapshots) {
        this.repeats = database.getCollection("repeats");
        this.snapshots = snapshots;
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("repeats", "hands"));
    }

    /** Stores open repeats with who holds them, and removes the others. */
    public void updateFrom(Map<ComplaintId, HandlingState> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> state.family()
                .repeats()
                .ifPresent(first -> writes.add(holderOf(state)
                        .<WriteModel<Document>>map(holder ->
                                new ReplaceOneModel<>(Filters.eq(id.value()), repeat(id, first, holder, state), UPSERT))
                        .orElseGet(() -> new DeleteOneModel<>(Filters.eq(id.value()))))));
        if (!writes.isEmpty()) {
            repeats.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Code of the institution that can act on it now, or the code of the desk. */
    private static Optional<String> holderOf(HandlingState state) {
        return switch (state.phase()) {
            // Each dispute needs a ruling of its own, with grounds, so it is not handled together with others.
            case AT_DESK ->
                state.quarrel().dispute().isPresent() ? Optional.empty() : Optional.of(StoredInstitutionKey.DESK);
            case AT_INSTITUTION -> state.responsible().map(InstitutionRef::code);
            case UNKNOWN, ANSWERED, CLOSED, ARCHIVED, ENDED -> Optional.empty();
        };
    }

    private static Document repeat(ComplaintId id, ComplaintId first, String holder, HandlingState state) {
        return new Document("_id", id.value())
                .append("first", first.value())
                .append("hands", holder)
                .append("at", state.submittedAt().map(Instant::toString).orElse(""))
                .append("text", excerpt(state));
    }

    private static String excerpt(HandlingState state) {
        String text = state.report().map(SubmittedReport::text).orElse("");
        return text.substring(0, Math.min(MAX_EXCERPT_LENGTH, text.length()));
    }

    /** The incidents with repeats that this institution or desk holds, the most reported first. */
    public List<IncidentView> incidentsHeldBy(String holder) {
        return byFirst(holder).entrySet().stream()
                .map(each -> view(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                        (IncidentView incident) -> -incident.repeats().size()))
                .toList();
    }

    /** The repeats it holds, by the first complaint of their incident, in order of submission. */
    private Map<ComplaintId, List<Document>> byFirst(String holder) {
        List<Document> found = repeats.find(Filters.eq("hands", holder)).into(new ArrayList<>());
        Map<ComplaintId, ComplaintId> originals =
                findOriginals(found.stream().map(IncidentIndex::first).collect(Collectors.toSet()));
        return found.stream()
                .sorted(Comparator.comparing(each -> each.getString("at")))
                .collect(Collectors.groupingBy(
                        each -> originals.getOrDefault(first(each), first(each)), TreeMap::new, Collectors.toList()));
    }

    /** The true first complaint for those that are repeats themselves; one read for all, because hardly any is. */
    private Map<ComplaintId, ComplaintId> findOriginals(Set<ComplaintId> firsts) {
        Map<ComplaintId, ComplaintId> originals = new HashMap<>();
        snapshots
                .find(firsts)
                .forEach((first, state) ->
                        state.family().repeats().ifPresent(previous -> originals.put(first, findOriginal(previous))));
        return originals;
    }

    /**
     * Follows the chain of repeats to its end. Two instances may consume reports in a different order, so what one took for the
     * first may repeat another. Each repeats an earlier one, so the chain ends.
     */
    private ComplaintId findOriginal(ComplaintId first) {
        ComplaintId earliest = first;
        Optional<ComplaintId> previous = findRepeated(earliest);
        while (previous.isPresent()) {
            earliest = previous.get();
            previous = findRepeated(earliest);
        }
        return earliest;
    }

    private Optional<ComplaintId> findRepeated(ComplaintId complaint) {
        return snapshots.find(complaint).flatMap(state -> state.family().repeats());
    }

    /** Those of the first complaint and its repeats that this institution or desk holds. */
    public List<ComplaintId> complaintsHeldBy(ComplaintId first, String holder) {
        return groupsHeldBy(holder).reportsOf(first).stream()
                .map(IncidentGroups.IncidentReport::id)
                .toList();
    }

    /** The incidents among the complaints that this institution or desk holds now. */
    public IncidentGroups groupsHeldBy(String holder) {
        Map<ComplaintId, List<IncidentGroups.IncidentReport>> reports = new HashMap<>();
        byFirst(holder)
                .forEach((first, each) -> reports.put(
                        first,
                        each.stream()
                                .map(repeat -> new IncidentGroups.IncidentReport(id(repeat), repeat.getString("text")))
                                .toList()));
        return new IncidentGroups(
                reports,
                first -> snapshots
                        .find(first)
                        .filter(state -> holderOf(state).equals(Optional.of(holder)))
                        .map(state -> new IncidentGroups.IncidentReport(first, excerpt(state))));
    }

    private static ComplaintId first(Document repeat) {
        return ComplaintId.parse(repeat.getString("first"));
    }

    private static ComplaintId id(Document repeat) {
        return ComplaintId.parse(repeat.getString("_id"));
    }

    private static IncidentView view(ComplaintId first, List<Document> repeats) {
        return new IncidentView(
                first,
                repeats.getFirst().getString("text"),
                repeats.getFirst().getString("at"),
                repeats.getLast().getString("at"),
                repeats.stream().map(IncidentIndex::id).toList());
    }

    /**
     * View of one incident.
     *
     * @param first the first complaint about it, held by any party
     * @param text the beginning of the oldest repeat
     * @param since when the oldest repeat was submitted, ISO-8601
     * @param until when the newest repeat was submitted, ISO-8601
     * @param repeats the open repeats it holds, in order of submission
     */
    public record IncidentView(ComplaintId first, String text, String since, String until, List<ComplaintId> repeats) {}
}
