package id.pintu.support.audit.chain;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import id.pintu.support.audit.record.AuditEntry;
import id.pintu.support.audit.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * MongoDB collection {@code audit}: the chain's records for reading, {@code {_id: sequence, offset, content, about: [texts]}}.
 * Made from the topic, so that it may be dropped; proofs are made of the topic alone.
 */
public final class AuditRecordStore implements IndexedCollection {

    /** Sequence numbers of the first window; a window that gives too little is followed by one ten times as large. */
    private static final long FIRST_WINDOW = 1_000;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final String END = "end";

    private final MongoCollection<Document> records;
    private final MongoCollection<Document> positions;

    AuditRecordStore(MongoDatabase database) {
        this.records = database.getCollection("audit");
        this.positions = database.getCollection("audit_position");
    }

    /** What entries are looked for by. */
    public enum AuditFacet {
        INSTITUTION,
        ACTOR,
        COMPLAINT;

        String of(String value) {
            return name() + " " + value;
        }
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("audit", "about", "_id"));
    }

    void put(AuditRecord content, String json, long offset) {
        records.replaceOne(
                Filters.eq(content.sequence()),
                new Document("_id", content.sequence())
                        .append("offset", offset)
                        .append("content", json)
                        .append("about", about(content)),
                UPSERT);
        Document position =
                new Document("_id", END).append("sequence", content.sequence()).append("offset", offset);
        positions.replaceOne(Filters.eq(END), position, UPSERT);
    }

    /** Offset of the last record that was put; -1 without any. */
    long lastOffset() {
        return end("offset").orElse(-1L);
    }

    /**
     * Lists records, the newest first.
     *
     * @param about all of them must be true of a record; see {@link AuditFacet}
     * @param before sequence number of the last record already seen
     */
    List<AuditRecord> list(List<String> about, long before, int limit) {
        long to = Math.min(before, end("sequence").orElse(0L) + 1);
        long window = FIRST_WINDOW;
        List<AuditRecord> found = new ArrayList<>();
        while (to > 1 && found.size() < limit) {
            long from = Math.max(1, to - window);
            found.addAll(inWindow(about, from, to, limit - found.size()));
            to = from;
            window *= 10;
        }
        return found;
    }

    /** The store reads all of a range to sort it; both bounds are in one condition, or only one of them would narrow the range. */
    private List<AuditRecord> inWindow(List<String> about, long from, long to, int limit) {
        List<Bson> filters = new ArrayList<>();
        about.forEach(each -> filters.add(Filters.eq("about", each)));
        filters.add(new Document("_id", new Document("$gte", from).append("$lt", to)));
        return records.find(Filters.and(filters))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(AuditRecordStore::content)
                .into(new ArrayList<>());
    }

    private Optional<Long> end(String field) {
        return Optional.ofNullable(positions.find(Filters.eq(END)).first()).map(position -> position.getLong(field));
    }

    private static AuditRecord content(Document found) {
        return AuditRecord.parse(found.getString("content").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static List<String> about(AuditRecord content) {
        Optional<AuditEntry> entry = content.toEntry();
        Stream<String> institutions =
                entry.stream().flatMap(each -> each.institutions().stream()).map(AuditFacet.INSTITUTION::of);
        Stream<String> actor = entry.flatMap(AuditEntry::actor).map(who -> AuditFacet.ACTOR.of(who.account())).stream();
        Stream<String> complaint = entry.flatMap(AuditEntry::complaint).map(AuditFacet.COMPLAINT::of).stream();
        return Stream.of(institutions, actor, complaint).flatMap(each -> each).toList();
    }
}
