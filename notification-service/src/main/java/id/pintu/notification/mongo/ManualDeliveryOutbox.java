package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * MongoDB collection {@code outbox} of messages awaiting manual delivery, and only those: {@code {_id: about, place,
 * complaintId, channel, insteadOf?, to, text, since}}. It stays small.
 */
public final class ManualDeliveryOutbox implements IndexedCollection {

    private final MongoCollection<Document> messages;

    public ManualDeliveryOutbox(MongoDatabase database) {
        this.messages = database.getCollection("outbox");
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(CollectionIndex.of("outbox", "channel", "place"), CollectionIndex.of("outbox", "complaintId"));
    }

    /**
     * One message awaiting manual delivery.
     *
     * @param id of the event it is about
     * @param insteadOf the reporter's first channel, if that refused the message for good
     * @param to telephone number
     * @param since time of that event
     */
    public record ManualDeliveryMessage(
            UUID id,
            ComplaintId complaintId,
            ContactChannel channel,
            Optional<ContactChannel> insteadOf,
            String to,
            String text,
            Instant since) {

        /** Sort and paging key: by time, then by id. */
        public String sortKey() {
            return "%015d-%s".formatted(since.toEpochMilli(), id);
        }

        /** Omits address and text, which must not get into a log. */
        @Override
        public String toString() {
            return "ManualMessage[" + id + "]";
        }
    }

    /** Inserts or replaces a message: putting it twice is harmless. */
    public void put(ManualDeliveryMessage message) {
        messages.replaceOne(Filters.eq(message.id().toString()), document(message), new ReplaceOptions().upsert(true));
    }

    public Optional<ManualDeliveryMessage> find(UUID id) {
        return Optional.ofNullable(messages.find(Filters.eq(id.toString())).first())
                .map(ManualDeliveryOutbox::message);
    }

    /**
     * Lists the messages of a channel, oldest first.
     *
     * @param after sort key of the last message already seen, empty for the first page
     */
    public List<ManualDeliveryMessage> list(ContactChannel channel, String after, int limit) {
        Bson rest = Filters.and(Filters.eq("channel", channel.name()), Filters.gt("place", after));
        return messages.find(rest)
                .sort(Sorts.ascending("place"))
                .limit(limit)
                .map(ManualDeliveryOutbox::message)
                .into(new ArrayList<>());
    }

    public List<ManualDeliveryMessage> findByComplaint(ComplaintId id) {
        return messages.find(Filters.eq("complaintId", id.value()))
                .map(ManualDeliveryOutbox::message)
                .into(new ArrayList<>());
    }

    public void remove(UUID id) {
        messages.deleteOne(Filters.eq(id.toString()));
    }

    private static Document document(ManualDeliveryMessage message) {
        return new Document("_id", message.id().toString())
                .append("place", message.sortKey())
                .append("complaintId", message.complaintId().value())
                .append("channel", message.channel().name())
                .append("insteadOf", message.insteadOf().map(Enum::name).orElse(null))
                .append("to", message.to())
                .append("text", message.text())
                .append("since", message.since().toString());
    }

    private static ManualDeliveryMessage message(Document found) {
        return new ManualDeliveryMessage(
                UUID.fromString(found.getString("_id")),
                ComplaintId.parse(found.getString("complaintId")),
                ContactChannel.valueOf(found.getString("channel")),
                Optional.ofNullable(found.getString("insteadOf")).map(ContactChannel::valueOf),
                found.getString("to"),
                found.getString("text"),
                Instant.parse(found.getString("since")));
    }
}
