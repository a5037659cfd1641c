package id.pintu.routing.http;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.Institution;
import id.pintu.events.Report;
import id.pintu.house.keys.InstitutionKey;
import id.pintu.house.ledger.Casebook;
import id.pintu.routing.handling.Handling;
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
public class IncidentBook {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int MOST_LETTERS = 300;

    private final MongoCollection<Document> repeats;
    private final Casebook<Handling> casebook;

    IncidentBook(MongoDatabase database, Casebook<Handling> casebook) {
        this.repeats = database.getCollection("repeats");
        this.casebook = casebook;
    }

    /** Takes note of repeats, and of where they are now. */
    public void note(Map<ComplaintId, Handling> states) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        states.forEach((id, state) -> state.family()
                .repeats()
                .ifPresent(first -> writes.add(hands(state)
                        .<WriteModel<Document>>map(hands ->
                                new ReplaceOneModel<>(Filters.eq(id.value()), repeat(id, first, hands, state), UPSERT))
                        .orElseGet(() -> new DeleteOneModel<>(Filters.eq(id.value()))))));
        if (!writes.isEmpty()) {
            repeats.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Code of the institution, or of the desk, that can do something with it now. */
    private static Optional<String> hands(Handling state) {
        return switch (state.phase()) {
            // A dispute is ruled on for itself, with grounds: it must not be swept along with its like.
            case AT_DESK -> state.quarrel().dispute().isPresent() ? Optional.empty() : Optional.of(InstitutionKey.DESK);
            case AT_INSTITUTION -> state.responsible().map(Institution::code);
            case UNKNOWN, ANSWERED, CLOSED, ARCHIVED, ENDED -> Optional.empty();
        };
    }

    private static Document repeat(ComplaintId id, ComplaintId first, String hands, Handling state) {
        return new Document("_id", id.value())
                .append("first", first.value())
                .append("hands", hands)
                .append("at", state.submittedAt().map(Instant::toString).orElse(""))
                .append("text", beginning(state));
    }

    private static String beginning(Handling state) {
        String text = state.report().map(Report::text).orElse("");
        return text.substring(0, Math.min(MOST_LETTERS, text.length()));
    }

    /** What several reports tell of, of which some are in these hands, the most reported first. */
    List<Incident> at(String hands) {
        return byFirst(hands).entrySet().stream()
                .map(each -> incident(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                        (Incident incident) -> -incident.repeats().size()))
                .toList();
    }

    /** The repeats in these hands, by what they repeat; in the order they came. */
    private Map<ComplaintId, List<Document>> byFirst(String hands) {
        List<Document> found = repeats.find(Filters.eq("hands", hands)).into(new ArrayList<>());
        Map<ComplaintId, ComplaintId> earlier =
                earlier(found.stream().map(IncidentBook::first).collect(Collectors.toSet()));
        return found.stream()
                .sorted(Comparator.comparing(each -> each.getString("at")))
                .collect(Collectors.groupingBy(
                        each -> earlier.getOrDefault(first(each), first(each)), TreeMap::new, Collectors.toList()));
    }

    /** What those among them repeat that are no firsts; all are looked up with one read, for hardly any is not. */
    private Map<ComplaintId, ComplaintId> earlier(Set<ComplaintId> firsts) {
        Map<ComplaintId, ComplaintId> earlier = new HashMap<>();
        casebook.find(firsts)
                .forEach((first, state) ->
                        state.family().repeats().ifPresent(before -> earlier.put(first, veryFirst(before))));
        return earlier;
    }

    /**
     * Two instances may hear of reports in another order, and what one of them took for the first then repeats another.
     * Each repeats one that came in before it, so this ends.
     */
    private ComplaintId veryFirst(ComplaintId first) {
        ComplaintId earliest = first;
        Optional<ComplaintId> before = repeated(earliest);
        while (before.isPresent()) {
            earliest = before.get();
            before = repeated(earliest);
        }
        return earliest;
    }

    private Optional<ComplaintId> repeated(ComplaintId complaint) {
        return casebook.find(complaint).flatMap(state -> state.family().repeats());
    }

    /** The first and every repeat of it that is in these hands. */
    List<ComplaintId> all(ComplaintId first, String hands) {
        return together(hands).all(first).stream().map(Together.Report::id).toList();
    }

    /** What is in these hands now and tells of the same. */
    Together together(String hands) {
        Map<ComplaintId, List<Together.Report>> reports = new HashMap<>();
        byFirst(hands)
                .forEach((first, each) -> reports.put(
                        first,
                        each.stream()
                                .map(repeat -> new Together.Report(id(repeat), repeat.getString("text")))
                                .toList()));
        return new Together(
                reports,
                first -> casebook.find(first)
                        .filter(state -> hands(state).equals(Optional.of(hands)))
                        .map(state -> new Together.Report(first, beginning(state))));
    }

    private static ComplaintId first(Document repeat) {
        return ComplaintId.parse(repeat.getString("first"));
    }

    private static ComplaintId id(Document repeat) {
        return ComplaintId.parse(repeat.getString("_id"));
    }

    private static Incident incident(ComplaintId first, List<Document> repeats) {
        return new Incident(
                first,
                repeats.getFirst().getString("text"),
                repeats.getFirst().getString("at"),
                repeats.getLast().getString("at"),
                repeats.stream().map(IncidentBook::id).toList());
    }

    /**
     * @param first the complaint that told of it first, wherever it is
     * @param text how the oldest of the repeats begins
     * @param since when the oldest of them came in, ISO-8601
     * @param until when the newest did
     * @param repeats those in the same hands, still open, in the order they came
     */
    record Incident(ComplaintId first, String text, String since, String until, List<ComplaintId> repeats) {}
}
