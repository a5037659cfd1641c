package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Messages that wait for a person to deliver them, and only those: {@code {_id: about, place, complaintId, channel,
 * to, text, since}}. It stays small, so that a listing may go through all of it.
 */
public final class Outbox {

    private final MongoCollection<Document> waiting;

    public Outbox(MongoDatabase database) {
        this.waiting = database.getCollection("outbox");
    }

    /**
     * One message.
     *
     * @param id of the event it tells of
     * @param to telephone number
     * @param since when the step it tells of was taken
     */
    public record Message(
            UUID id, ComplaintId complaintId, ContactChannel channel, String to, String text, Instant since) {

        public static Message of(Notice notice, ContactChannel channel, String to, String text) {
            return new Message(notice.about(), notice.complaintId(), channel, to, text, notice.at());
        }

        /** Where it stands in line: sorts by time, then id. */
        public String place() {
            return "%015d-%s".formatted(since.toEpochMilli(), id);
        }

        /** Never in a log line. */
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** Putting a message twice is harmless. */
    public void put(Message message) {
        waiting.replaceOne(Filters.eq(message.id().toString()), document(message), new ReplaceOptions().upsert(true));
    }

    public Optional<Message> find(UUID id) {
        return Optional.ofNullable(waiting.find(Filters.eq(id.toString())).first())
                .map(Outbox::message);
    }

    /**
     * The oldest first.
     *
     * @param after place of the last message already seen, empty for none
     */
    public List<Message> list(ContactChannel channel, String after, int limit) {
        Bson rest = Filters.and(Filters.eq("channel", channel.name()), Filters.gt("place", after));
        return waiting.find(rest)
                .sort(Sorts.ascending("place"))
                .limit(limit)
                .map(Outbox::message)
                .into(new ArrayList<>());
    }

    public List<Message> of(ComplaintId id) {
        return waiting.find(Filters.eq("complaintId", id.value()))
                .map(Outbox::message)
                .into(new ArrayList<>());
    }

    public void remove(UUID id) {
        waiting.deleteOne(Filters.eq(id.toString()));
    }

    private static Document document(Message message) {
        return new Document("_id", message.id().toString())
                .append("place", message.place())
                .append("complaintId", message.complaintId().value())
                .append("channel", message.channel().name())
                .append("to", message.to())
                .append("text", message.text())
                .append("since", message.since().toString());
    }

    private static Message message(Document found) {
        return new Message(
                UUID.fromString(found.getString("_id")),
                ComplaintId.parse(found.getString("complaintId")),
                ContactChannel.valueOf(found.getString("channel")),
                found.getString("to"),
                found.getString("text"),
                Instant.parse(found.getString("since")));
    }
}
