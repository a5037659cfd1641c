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
 * Which open complaints tell of the same thing, and in whose hands each is now. Only those that repeat another stand in
 * it, and only as long as they are open, so a look through it is short.
 */
@Component
public class IncidentIndex {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int MAX_EXCERPT_LENGTH = 300;

    private final MongoCollection<Document> repeats;
    private final SnapshotStore<HandlingState> snapshots;

    public IncidentIndex(MongoDatabase database, SnapshotStore<HandlingState> snapshots) {
        this.repeats = database.getCollection("repeats");
        this.snapshots = snapshots;
    }

    /** Takes note of repeats, and of where they are now. */
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

    /** Code of the institution, or of the desk, that can do something with it now. */
    private static Optional<String> holderOf(HandlingState state) {
        return switch (state.phase()) {
            // A dispute is ruled on for itself, with grounds: it must not be swept along with its like.
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

    /** What several reports tell of, of which some are in these hands, the most reported first. */
    public List<IncidentView> incidentsHeldBy(String holder) {
        return byFirst(holder).entrySet().stream()
                .map(each -> view(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                        (IncidentView incident) -> -incident.repeats().size()))
                .toList();
    }

    /** The repeats in these hands, by what they repeat; in the order they came. */
    private Map<ComplaintId, List<Document>> byFirst(String holder) {
        List<Document> found = repeats.find(Filters.eq("hands", holder)).into(new ArrayList<>());
        Map<ComplaintId, ComplaintId> originals =
                findOriginals(found.stream().map(IncidentIndex::first).collect(Collectors.toSet()));
        return found.stream()
                .sorted(Comparator.comparing(each -> each.getString("at")))
                .collect(Collectors.groupingBy(
                        each -> originals.getOrDefault(first(each), first(each)), TreeMap::new, Collectors.toList()));
    }

    /** What those among them repeat that are no firsts; all are looked up with one read, for hardly any is not. */
    private Map<ComplaintId, ComplaintId> findOriginals(Set<ComplaintId> firsts) {
        Map<ComplaintId, ComplaintId> originals = new HashMap<>();
        snapshots
                .find(firsts)
                .forEach((first, state) ->
                        state.family().repeats().ifPresent(previous -> originals.put(first, findOriginal(previous))));
        return originals;
    }

    /**
     * Two instances may hear of reports in another order, and what one of them took for the first then repeats another.
     * Each repeats one that came in before it, so this ends.
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

    /** The first and every repeat of it that is in these hands. */
    public List<ComplaintId> complaintsHeldBy(ComplaintId first, String holder) {
        return groupsHeldBy(holder).reportsOf(first).stream()
                .map(IncidentGroups.IncidentReport::id)
                .toList();
    }

    /** What is in these hands now and tells of the same. */
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
     * @param first the complaint that told of it first, wherever it is
     * @param text how the oldest of the repeats begins
     * @param since when the oldest of them came in, ISO-8601
     * @param until when the newest did
     * @param repeats those in the same hands, still open, in the order they came
     */
    public record IncidentView(ComplaintId first, String text, String since, String until, List<ComplaintId> repeats) {}
}
