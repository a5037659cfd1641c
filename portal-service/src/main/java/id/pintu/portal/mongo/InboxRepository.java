package id.pintu.portal.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.events.WireJsonMapper;
import id.pintu.portal.inbox.InboxEntry;
import id.pintu.portal.inbox.InboxListKeys;
import id.pintu.portal.inbox.InboxWords;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import id.pintu.support.regions.RegionCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * MongoDB repository of the complaints in the inboxes of institutions, one document each: {@code {_id: "K7QX-…", lists: […],
 * turn, words: […], entry}}. Each list of an inbox is a key in {@code lists}, so that a page of any of them is one range of one
 * index, and what a list counts are entries of that index.
 */
public final class InboxRepository implements IndexedCollection {

    private static final String UNIT = "entry.assignment.unit";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> inbox;
    private final Function<String, String> regionName;

    public InboxRepository(MongoDatabase database, RegionCatalog regions) {
        this.inbox = database.getCollection("inbox");
        this.regionName = code -> regions.nameOf(code).orElse("");
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("inbox", "lists", "turn"), CollectionIndex.of("inbox", "words"));
    }

    /**
     * Complaint in an inbox.
     *
     * @param turn its place in each list it is in
     */
    public record InboxItem(ComplaintId id, String turn, InboxEntry entry) {}

    /**
     * Part of a list.
     *
     * @param key of the list
     * @param from first turn
     * @param to the turn behind the last one
     */
    public record InboxRange(String key, String from, String to) {

        private static final String BEGINNING = "";
        private static final String END = "~";

        /** The whole list. */
        public static InboxRange all(String key) {
            return new InboxRange(key, BEGINNING, END);
        }

        public InboxRange from(String turn) {
            return new InboxRange(key, turn, to);
        }

        public InboxRange to(String turn) {
            return new InboxRange(key, from, turn);
        }

        /** What comes after the entry at a turn. */
        public InboxRange after(String turn) {
            return turn.compareTo(from) < 0 ? this : from(turn + " ");
        }

        /** What comes before the entry at a turn. */
        public InboxRange before(String turn) {
            return turn.compareTo(to) > 0 ? this : to(turn);
        }

        private Bson filter() {
            return Filters.and(Filters.eq("lists", key), Filters.gte("turn", from), Filters.lt("turn", to));
        }

        private static Bson order(boolean lastFirst) {
            return lastFirst ? Sorts.descending("turn") : Sorts.ascending("turn");
        }
    }

    /** Stores the complaints that an institution has, and removes the others. */
    public void updateFrom(Map<ComplaintId, InboxEntry> entries) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        entries.forEach((id, entry) -> writes.add(
                entry.assignment().isPresent() && entry.report().isPresent()
                        ? new ReplaceOneModel<>(Filters.eq(id.value()), document(id, entry), UPSERT)
                        : new DeleteOneModel<>(Filters.eq(id.value()))));
        if (!writes.isEmpty()) {
            inbox.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private Document document(ComplaintId id, InboxEntry entry) {
        return new Document("_id", id.value())
                .append("lists", InboxListKeys.of(id, entry))
                .append("turn", InboxListKeys.turn(id, entry))
                .append("words", InboxWords.of(entry, regionName))
                .append("entry", WireJsonMapper.MAPPER.convertValue(entry, Document.class));
    }

    /** The first of a range. */
    public List<InboxItem> first(InboxRange range, int limit) {
        return items(find(range, false).limit(limit));
    }

    /** The last of a range, the very last first. */
    public List<InboxItem> last(InboxRange range, int limit) {
        return items(find(range, true).limit(limit));
    }

    private FindIterable<Document> find(InboxRange range, boolean lastFirst) {
        return inbox.find(range.filter()).sort(InboxRange.order(lastFirst));
    }

    /** How many there are in a range, counted up to a limit. */
    public int count(InboxRange range, int limit) {
        return (int) inbox.countDocuments(range.filter(), new CountOptions().limit(limit));
    }

    /** How many each unit has of a range, counted up to a limit; what no unit has is left out. */
    public Map<String, Integer> countsByUnit(InboxRange range, int limit) {
        Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inbox.find(range.filter())
                .projection(Projections.include(UNIT))
                .limit(limit)
                .forEach(each -> Optional.ofNullable(each.getEmbedded(List.of(UNIT.split("\\.")), String.class))
                        .ifPresent(unit -> counts.merge(unit, 1, Integer::sum)));
        return counts;
    }

    public Optional<InboxItem> find(ComplaintId id) {
        return items(inbox.find(Filters.eq(id.value()))).stream().findFirst();
    }

    /**
     * Those with all of these words, in no order.
     *
     * @param keys of the words; at least one
     */
    public List<InboxItem> withWords(Collection<String> keys, int limit) {
        return items(inbox.find(Filters.and(
                        keys.stream().map(key -> Filters.eq("words", key)).toList()))
                .limit(limit));
    }

    private static List<InboxItem> items(FindIterable<Document> found) {
        List<InboxItem> items = new ArrayList<>();
        found.forEach(each -> items.add(new InboxItem(
                ComplaintId.parse(each.getString("_id")),
                each.getString("turn"),
                WireJsonMapper.MAPPER.convertValue(each.get("entry", Document.class), InboxEntry.class))));
        return items;
    }
}
