package id.pintu.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import id.pintu.notification.mongo.Claim.Done;
import id.pintu.notification.mongo.Claim.Elsewhere;
import id.pintu.notification.mongo.Claim.Mine;
import id.pintu.notification.mongo.Claim.Untold;
import id.pintu.notification.notice.Delivery;
import id.pintu.notification.notice.Delivery.Handed;
import id.pintu.notification.notice.Delivery.Refused;
import id.pintu.notification.notice.Delivery.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Sees to it that a notice is delivered by one courier, however many instances there are: {@code {_id: about, at,
 * delivery?, reason?, told?}}.
 *
 * <p>A claim without a result lapses, because its holder may have been killed while sending; whoever wins the
 * compare-and-set on its time takes it over. What was sent but not noted down is then sent again, see ADR 0007. In the
 * same way somebody else speaks for a holder that was killed before it told the ledger.
 */
public final class Claims {

    private final MongoCollection<Document> claims;
    private final Duration lease;
    private final InstantSource clock;

    /**
     * @param lease how long a claim holds; well above the longest attempt to send
     * @param clock real time, as other instances see it; never a virtual clock
     */
    public Claims(MongoDatabase database, Duration lease, InstantSource clock) {
        this.claims = database.getCollection("claims");
        this.lease = lease;
        this.clock = clock;
    }

    public Claim take(UUID about) {
        Instant now = now();
        try {
            claims.insertOne(new Document("_id", about.toString()).append("at", Date.from(now)));
            return new Mine(about, now);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return taken(about, now);
        }
    }

    /** Gives a claim back, after an attempt that came to nothing. */
    public void release(Mine mine) {
        claims.deleteOne(heldSince(mine.about(), mine.since()));
    }

    /** Notes how the delivery ended: from now on nobody sends, and for the length of a lease nobody else speaks. */
    public void settle(UUID about, Delivery delivery) {
        Bson result = switch (delivery) {
            case Taken taken -> Updates.set("delivery", "taken");
            case Handed handed -> Updates.set("delivery", "handed");
            case Refused refused ->
                Updates.combine(Updates.set("delivery", "refused"), Updates.set("reason", refused.reason()));
        };
        update(about, Updates.combine(result, Updates.set("at", Date.from(now()))));
    }

    /** Notes that the ledger knows. */
    public void told(UUID about) {
        update(about, Updates.set("told", true));
    }

    /** Notes that the ledger could not be told: whoever comes next may. */
    public void untold(UUID about) {
        update(about, Updates.set("at", Date.from(Instant.EPOCH)));
    }

    private Claim taken(UUID about, Instant now) {
        Document claim = claims.find(Filters.eq(about.toString())).first();
        if (claim == null) {
            return new Elsewhere(); // given back this very moment
        }
        if (claim.getBoolean("told", false) || "handed".equals(claim.getString("delivery"))) {
            return new Done();
        }
        Instant since = claim.getDate("at").toInstant();
        if (!since.plus(lease).isBefore(now) || !takenOver(about, since, now)) {
            return new Elsewhere();
        }
        return claim.containsKey("delivery") ? new Untold(delivery(claim)) : new Mine(about, now);
    }

    private boolean takenOver(UUID about, Instant since, Instant now) {
        return claims.updateOne(heldSince(about, since), Updates.set("at", Date.from(now)))
                        .getModifiedCount()
                == 1;
    }

    private void update(UUID about, Bson change) {
        claims.updateOne(Filters.eq(about.toString()), change, new UpdateOptions().upsert(true));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Bson heldSince(UUID about, Instant since) {
        return Filters.and(Filters.eq(about.toString()), Filters.eq("at", Date.from(since)));
    }

    private static Delivery delivery(Document claim) {
        return claim.getString("delivery").equals("taken") ? new Taken() : new Refused(claim.getString("reason"));
    }
}
