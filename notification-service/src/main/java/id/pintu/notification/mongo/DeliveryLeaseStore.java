package id.pintu.notification.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryLeaseResult.Acquired;
import id.pintu.notification.mongo.DeliveryLeaseResult.Completed;
import id.pintu.notification.mongo.DeliveryLeaseResult.HeldElsewhere;
import id.pintu.notification.mongo.DeliveryLeaseResult.Unpublished;
import id.pintu.notification.notice.DeliveryOutcome;
import id.pintu.notification.notice.DeliveryResult.AwaitingManualDelivery;
import id.pintu.notification.notice.DeliveryResult.Delivered;
import id.pintu.notification.notice.DeliveryResult.Undeliverable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * MongoDB store of delivery leases, by which a notice is delivered by one worker of all instances. Collection {@code
 * claims}: {@code {_id: about, at, delivery?, channel?, insteadOf?, reason?, refusedBy?, refusedFor?, told?}}.
 *
 * <p>A lease without a result expires, because its holder may have been killed while sending; the worker that wins the
 * compare-and-set on its time takes it over. A notice that was sent without its result being recorded is then sent
 * again, see ADR 0007. A lease with an unpublished result expires the same way, and the next holder publishes it.
 */
public final class DeliveryLeaseStore {

    private static final Bson EXPIRED = Updates.set("at", Date.from(Instant.EPOCH));

    private final MongoCollection<Document> leases;
    private final Duration lease;
    private final InstantSource clock;

    /**
     * @param lease how long a lease is valid; well above the longest attempt to send
     * @param clock system time, comparable between instances; never a virtual clock
     */
    public DeliveryLeaseStore(MongoDatabase database, Duration lease, InstantSource clock) {
        this.leases = database.getCollection("claims");
        this.lease = lease;
        this.clock = clock;
    }

    public DeliveryLeaseResult acquire(UUID about) {
        Instant now = now();
        try {
            leases.insertOne(new Document("_id", about.toString()).append("at", Date.from(now)));
            return new Acquired(about, now, Optional.empty());
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return acquireExisting(about, now);
        }
    }

    /** Releases a lease after a failed attempt. */
    public void release(Acquired acquired) {
        Bson held = heldSince(acquired.about(), acquired.since());
        if (acquired.refused().isPresent()) {
            leases.updateOne(held, EXPIRED); // keeps what the other channel answered
        } else {
            leases.deleteOne(held);
        }
    }

    /**
     * Gives a message back that could not be delivered by hand: the next worker delivers it by the other channel. Nothing
     * happens unless it awaits manual delivery.
     *
     * @param refused by the channel of the message
     */
    public void handBack(UUID about, DeliveryOutcome refused) {
        if (refused.result() instanceof Undeliverable refusal) {
            leases.updateOne(
                    Filters.and(Filters.eq(about.toString()), Filters.eq("delivery", "handed")),
                    Updates.combine(
                            Updates.unset("delivery"),
                            Updates.set("refusedBy", refused.channel().name()),
                            Updates.set("refusedFor", refusal.reason()),
                            EXPIRED));
        }
    }

    /** Records the result: from now on no worker sends, and until the lease expires no other worker publishes it. */
    public void recordResult(UUID about, DeliveryOutcome outcome) {
        Bson result = switch (outcome.result()) {
            case Delivered delivered -> Updates.set("delivery", "taken");
            case AwaitingManualDelivery awaiting -> Updates.set("delivery", "handed");
            case Undeliverable undeliverable ->
                Updates.combine(Updates.set("delivery", "refused"), Updates.set("reason", undeliverable.reason()));
        };
        Bson insteadOf = outcome.insteadOf()
                .map(first -> Updates.set("insteadOf", first.name()))
                .orElseGet(() -> Updates.unset("insteadOf"));
        update(
                about,
                Updates.combine(
                        result,
                        Updates.set("channel", outcome.channel().name()),
                        insteadOf,
                        Updates.set("at", Date.from(now()))));
    }

    /** Records that the result is in the ledger. */
    public void markPublished(UUID about) {
        update(about, Updates.set("told", true));
    }

    /** Records that publishing failed: the next worker may publish the result without waiting for the lease to expire. */
    public void markUnpublished(UUID about) {
        update(about, EXPIRED);
    }

    /** Forgets what cannot become due again. */
    public void forget(UUID about) {
        leases.deleteOne(Filters.eq(about.toString()));
    }

    private DeliveryLeaseResult acquireExisting(UUID about, Instant now) {
        Document document = leases.find(Filters.eq(about.toString())).first();
        if (document == null) {
            return new HeldElsewhere(); // released between insert and find
        }
        if (document.getBoolean("told", false) || "handed".equals(document.getString("delivery"))) {
            return new Completed();
        }
        Instant since = document.getDate("at").toInstant();
        if (!since.plus(lease).isBefore(now) || !takeOver(about, since, now)) {
            return new HeldElsewhere();
        }
        return document.containsKey("delivery")
                ? new Unpublished(outcomeOf(document))
                : new Acquired(about, now, refusalOf(document));
    }

    private boolean takeOver(UUID about, Instant since, Instant now) {
        return leases.updateOne(heldSince(about, since), Updates.set("at", Date.from(now)))
                        .getModifiedCount()
                == 1;
    }

    private void update(UUID about, Bson change) {
        leases.updateOne(Filters.eq(about.toString()), change, new UpdateOptions().upsert(true));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Bson heldSince(UUID about, Instant since) {
        return Filters.and(Filters.eq(about.toString()), Filters.eq("at", Date.from(since)));
    }

    private static Optional<DeliveryOutcome> refusalOf(Document document) {
        return Optional.ofNullable(document.getString("refusedBy"))
                .map(first -> DeliveryOutcome.of(
                        ContactChannel.valueOf(first), new Undeliverable(document.getString("refusedFor"))));
    }

    private static DeliveryOutcome outcomeOf(Document document) {
        return new DeliveryOutcome(
                ContactChannel.valueOf(document.getString("channel")),
                document.getString("delivery").equals("taken")
                        ? new Delivered()
                        : new Undeliverable(document.getString("reason")),
                Optional.ofNullable(document.getString("insteadOf")).map(ContactChannel::valueOf));
    }
}
