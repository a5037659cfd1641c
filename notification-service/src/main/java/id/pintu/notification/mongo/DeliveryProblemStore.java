package id.pintu.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.pintu.events.ComplaintId;
import id.pintu.events.ContactChannel;
import id.pintu.notification.mongo.DeliveryProblem.DeliveryProblemState;
import id.pintu.notification.notice.PendingNotice;
import id.pintu.processing.mongo.CollectionIndex;
import id.pintu.processing.mongo.IndexedCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * MongoDB collection {@code problems} of notices that failed: {@code {_id: sort key, id, complaintId, channel, state,
 * since, cause, attempts, firstFailure, nextAttempt?, fallback?}}. A delivered notice is removed, so that it stays small
 * and a query may scan it; pages are read by {@code _id}.
 */
public final class DeliveryProblemStore implements IndexedCollection {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> problems;

    public DeliveryProblemStore(MongoDatabase database) {
        this.problems = database.getCollection("problems");
    }

    @Override
    public List<CollectionIndex> indexes() {
        return List.of(
                CollectionIndex.of("problems", "id"),
                CollectionIndex.of("problems", "state"),
                CollectionIndex.of("problems", "channel", "state"));
    }

    public Optional<DeliveryProblem> find(PendingNotice notice) {
        return first(Filters.eq(DeliveryProblem.sortKey(notice)));
    }

    public Optional<DeliveryProblem> find(UUID id) {
        return first(Filters.eq("id", id.toString()));
    }

    public void put(DeliveryProblem problem) {
        problems.replaceOne(Filters.eq(problem.sortKey()), document(problem), UPSERT);
    }

    public void remove(PendingNotice notice) {
        problems.deleteOne(Filters.eq(DeliveryProblem.sortKey(notice)));
    }

    /**
     * Removes the oldest abandoned notices whose event is older, at most so many.
     *
     * @return how many were removed
     */
    public int removeAbandonedBefore(Instant end, int limit) {
        List<String> found = problems.find(Filters.and(
                        Filters.lt("_id", DeliveryProblem.firstSortKeyAt(end)),
                        Filters.eq("state", DeliveryProblemState.ABANDONED.name())))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        found.forEach(key -> problems.deleteOne(Filters.eq(key)));
        return found.size();
    }

    /**
     * Lists problems, the oldest event first.
     *
     * @param after sort key of the last one already seen, empty for the first page
     */
    public List<DeliveryProblem> list(
            Optional<DeliveryProblemState> state, Optional<ContactChannel> channel, String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.gt("_id", after)));
        state.ifPresent(wanted -> filters.add(Filters.eq("state", wanted.name())));
        channel.ifPresent(wanted -> filters.add(Filters.eq("channel", wanted.name())));
        return problems.find(Filters.and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(DeliveryProblemStore::problem)
                .into(new ArrayList<>());
    }

    public long count(ContactChannel channel, DeliveryProblemState state) {
        return problems.countDocuments(
                Filters.and(Filters.eq("channel", channel.name()), Filters.eq("state", state.name())));
    }

    private Optional<DeliveryProblem> first(Bson filter) {
        return Optional.ofNullable(problems.find(filter).first()).map(DeliveryProblemStore::problem);
    }

    private static Document document(DeliveryProblem problem) {
        Document document = new Document("_id", problem.sortKey())
                .append("id", problem.id().toString())
                .append("complaintId", problem.complaintId().value())
                .append("channel", problem.channel().name())
                .append("state", problem.state().name())
                .append("since", problem.since().toString())
                .append("cause", problem.cause())
                .append("attempts", problem.attempts())
                .append("firstFailure", Date.from(problem.firstFailure()));
        problem.nextAttempt().ifPresent(next -> document.append("nextAttempt", Date.from(next)));
        problem.fallback().ifPresent(other -> document.append("fallback", other.name()));
        return document;
    }

    private static DeliveryProblem problem(Document found) {
        return new DeliveryProblem(
                UUID.fromString(found.getString("id")),
                ComplaintId.parse(found.getString("complaintId")),
                ContactChannel.valueOf(found.getString("channel")),
                DeliveryProblemState.valueOf(found.getString("state")),
                Instant.parse(found.getString("since")),
                found.getString("cause"),
                found.getInteger("attempts"),
                found.getDate("firstFailure").toInstant(),
                Optional.ofNullable(found.getDate("nextAttempt")).map(Date::toInstant),
                Optional.ofNullable(found.getString("fallback")).map(ContactChannel::valueOf));
    }
}
