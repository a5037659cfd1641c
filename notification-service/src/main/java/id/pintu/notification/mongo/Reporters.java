package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import id.pintu.events.ComplaintId;
import id.pintu.notification.notice.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Contacts by complaint: {@code {_id, name?, email?, phone?}}; an erased one leaves its {@code _id} alone. */
public final class Reporters {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> reporters;

    public Reporters(MongoDatabase database) {
        this.reporters = database.getCollection("reporters");
    }

    /** Empty while nothing was heard of it; {@link Reporter#ERASED} once it was erased. */
    public Optional<Reporter> find(ComplaintId id) {
        return Optional.ofNullable(reporters.find(Filters.eq(id.value())).first())
                .map(found -> new Reporter(
                        Optional.ofNullable(found.getString("name")),
                        Optional.ofNullable(found.getString("email")),
                        Optional.ofNullable(found.getString("phone"))));
    }

    public void putAll(Map<ComplaintId, Reporter> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        changed.forEach((id, reporter) -> {
            Document document = new Document("_id", id.value());
            reporter.name().ifPresent(name -> document.append("name", name));
            reporter.email().ifPresent(email -> document.append("email", email));
            reporter.phone().ifPresent(phone -> document.append("phone", phone));
            writes.add(new ReplaceOneModel<>(Filters.eq(id.value()), document, UPSERT));
        });
        if (!writes.isEmpty()) {
            reporters.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }
}
