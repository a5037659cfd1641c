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
 * MongoDB store of idempotency claims, collection {@code claims}: {@code {_id: complaint id, fingerprint, contact?}}.
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
     * What a submission claimed its complaint id for.
     *
     * @param fingerprint of the report
     * @param contactHash keyed hash of the contact; empty in claims from before contacts were compared
     */
    public record IdempotencyClaim(String fingerprint, Optional<String> contactHash) {}

    /**
     * Claims a complaint id, unless it is claimed already.
     *
     * @return the claim that was made first; {@code claim} when it was this one
     */
    public IdempotencyClaim claim(ComplaintId id, IdempotencyClaim claim) {
        Document document = new Document("_id", id.value()).append("fingerprint", claim.fingerprint());
        claim.contactHash().ifPresent(hash -> document.append("contact", hash));
        try {
            claims.insertOne(document);
            return claim;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(id).orElse(claim);
        }
    }

    /** The claim on an id. */
    public Optional<IdempotencyClaim> find(ComplaintId id) {
        return Optional.ofNullable(claims.find(Filters.eq(id.value())).first())
                .map(claim -> new IdempotencyClaim(
                        claim.getString("fingerprint"), Optional.ofNullable(claim.getString("contact"))));
    }
}
