package id.pintu.intake.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import id.pintu.events.ComplaintId;
import java.util.Optional;
import org.bson.Document;

/**
 * MongoDB store of idempotency claims, collection {@code claims}: {@code {_id: complaint id, fingerprint}}.
 *
 * <p>The complaint id is derived from the idempotency key, so an insert by id decides atomically which of two
 * concurrent submissions with one key came first, before either of them is in the ledger.
 */
public final class IdempotencyClaimStore {

    private final MongoCollection<Document> claims;

    public IdempotencyClaimStore(MongoDatabase database) {
        this.claims = database.getCollection("claims");
    }

    /**
     * Claims a complaint id for a report, unless it is claimed already.
     *
     * @param fingerprint of the report submitted now
     * @return the fingerprint of the report that claimed the id first; {@code fingerprint} when this one did
     */
    public String claim(ComplaintId id, String fingerprint) {
        try {
            claims.insertOne(new Document("_id", id.value()).append("fingerprint", fingerprint));
            return fingerprint;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(id).orElse(fingerprint);
        }
    }

    /** The fingerprint of the report that claimed the id. */
    public Optional<String> find(ComplaintId id) {
        return Optional.ofNullable(claims.find(Filters.eq(id.value())).first())
                .map(claim -> claim.getString("fingerprint"));
    }
}
